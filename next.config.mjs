/** Headers for every answer: nothing from elsewhere is loaded, framed or sniffed. */
const headers = [
  {
    key: 'Content-Security-Policy',
    value:
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
]

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything; building must not wait for tests and tools.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pg', '@node-rs/argon2', 'pino'],
  // `forbidden()` gives a page without the right a true 403 instead of a redirect.
  // A form may carry files: the attachments of an item are the largest, 20 MB (lib/domain/attachments/attachment); a little more gets
  // through, to be refused in words.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '26mb' } },
  headers: async () => [{ source: '/:path*', headers }],
}
