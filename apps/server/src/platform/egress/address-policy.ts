import { BlockList, isIP, type IPVersion, type SocketAddress } from 'node:net';

/**
 * Every IPv4 range that is not an ordinary public host (IANA special-purpose registry, RFC 6890 and successors), and the
 * one public address that clouds use for their own machines.
 */
const REFUSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
];

/**
 * Only 2000::/3 is handed out to public hosts, so everything outside it is refused, and so are the parts of it that
 * embed an IPv4 address (Teredo, 6to4) or are for documentation.
 */
const REFUSED_IPV6 = ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/**
 * Which addresses outgoing calls may not reach. It is a `BlockList`, because Node asks that one itself when it connects:
 * after name resolution, for IP literals in any spelling, and again for every redirect.
 */
export class AddressPolicy extends BlockList {
  private readonly allowed = new BlockList();

  /**
   * @param allowedCidrs ranges that may be reached although they are not public
   * @throws RangeError when one is no CIDR
   */
  constructor(allowedCidrs: readonly string[]) {
    super();
    for (const cidr of [...REFUSED_IPV4, ...REFUSED_IPV6]) add(this, cidr);
    for (const cidr of allowedCidrs) add(this.allowed, cidr);
  }

  override check(address: SocketAddress): boolean;
  override check(address: string, family?: IPVersion): boolean;
  override check(address: string | SocketAddress, family?: IPVersion): boolean {
    if (typeof address !== 'string') return super.check(address) && !this.allowed.check(address);
    return super.check(address, family) && !this.allowed.check(address, family);
  }
}

/** A bare address is a range of one. */
function add(list: BlockList, cidr: string): void {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(cidr) ?? [];
  const version = isIP(address);
  const longest = version === 6 ? 128 : 32;
  const bits = prefix === undefined ? longest : Number(prefix);
  if (version === 0 || bits > longest) throw new RangeError(`"${cidr}" is no CIDR`);
  list.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4');
}
