/*
 * What every answer tells the browser: nothing from elsewhere is loaded, framed or sniffed, no script runs that this answer
 * did not name, and what only other kinds of pages need (camera, place, payment …) is off.
 */

/** What stands on every answer but for the policy of its content. */
const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Browsers that once came over https come no other way, for half a year. */
const OVER_HTTPS = { 'Strict-Transport-Security': 'max-age=15552000' }

/**
 * The headers of an answer.
 * @param {string} nonce of the scripts in it; new for each answer, since whoever can guess it can run a script
 * @param {boolean} https whether the portal is reached over https
 * @returns {Record<string, string>}
 */
export function shellOf(nonce, https) {
  return { ...ALWAYS, ...(https && OVER_HTTPS), 'Content-Security-Policy': policyOf(nonce) }
}

/** Styles may stand in elements (the length of a bar); scripts may not. @param {string} nonce */
function policyOf(nonce) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
