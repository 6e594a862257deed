import { BlockList, isIP } from 'node:net'

/**
 * Whose word about the address of others counts: addresses and networks, as `TRUSTED_PROXIES` names them, parted by
 * commas or blanks. Nobody's when it is empty. Throws on what is neither.
 * @param {string} [named]
 */
export function trusted(named = '') {
  const list = new BlockList()
  for (const one of named.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    if (!isIP(address) || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most)))
      throw new Error(`TRUSTED_PROXIES: ${one}`)
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * The address that a request came from. A proxy of ours names the client it spoke for; proxies in a row are followed
 * back to the first address that is none of ours. What a stranger says about himself is nothing.
 * @param {string | undefined} socket of the connection
 * @param {string | string[] | undefined} forwarded X-Forwarded-For
 * @param {BlockList} proxies
 */
export function addressOf(socket, forwarded, proxies) {
  let address = plain(socket ?? '')
  for (const before of [forwarded].flat().join(',').split(',').reverse()) {
    const named = plain(before.trim())
    if (!isTrusted(address, proxies) || !isIP(named)) break
    address = named
  }
  return address
}

/** @param {string} address @param {BlockList} proxies */
function isTrusted(address, proxies) {
  const version = isIP(address)
  return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** IPv4 as it comes through an IPv6 socket is IPv4. @param {string} address */
function plain(address) {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
