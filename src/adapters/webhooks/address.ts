import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import type { AddressFault } from "@/application/webhook-record";
import { isBelow } from "@/domain/shared/address";

const GLOBAL_IPV6 = ipaddr.IPv6.parse("2000::");
const PORTS: readonly string[] = ["", "443", "8443"];

/** One address that a name stands for. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name. Throws when there are none. */
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

/** What the machine's own resolver says. */
export const resolveHost: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Where a request may go: to this very address, whatever the name stands for a moment later. */
export type Destination =
  | { readonly ok: true; readonly url: URL; readonly to: Resolved }
  | { readonly ok: false; readonly fault: AddressFault };

/**
 * Where a webhook may go. An admin of an organisation names the address, so that it is held to what is reached from
 * outside anyway: https, two ports, no name or password in it, and no address of a network that is not public. An
 * operator may name addresses to which this does not apply, such as a receiver on the same machine.
 */
export async function destinationOf(
  address: string,
  { allowed, resolve }: { readonly allowed: readonly string[]; readonly resolve: Resolve },
): Promise<Destination> {
  if (!URL.canParse(address)) return { ok: false, fault: "webhook_not_https" };
  const url = new URL(address);
  const isNamed = allowed.some((known) => isBelow(known, address));
  const fault = isNamed ? null : formFault(url);
  if (fault) return { ok: false, fault };
  const found = await resolve(hostOf(url)).catch(() => []);
  const [first] = found;
  if (!first) return { ok: false, fault: "webhook_host_unknown" };
  // One private address among them is enough: nobody knows which would be taken.
  if (!isNamed && found.some((each) => !isPublic(each.address))) return { ok: false, fault: "webhook_host_private" };
  return { ok: true, url, to: first };
}

function formFault({ protocol, port, username, password }: URL): AddressFault | null {
  if (protocol !== "https:") return "webhook_not_https";
  if (username !== "" || password !== "") return "webhook_credentials";
  return PORTS.includes(port) ? null : "webhook_port";
}

/** Without the brackets of IPv6. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/**
 * Whether the address is one of the public internet: what IANA set aside for private networks, links, loopback, carriers'
 * translation, multicast, documentation or tunnels is not, also where IPv6 carries an address of IPv4.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  // Of IPv6 one block alone is handed out for the public internet: 2000::/3. RFC 4291, 2.4 and IANA's registry.
  const isGlobal = parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6, 3);
  return isGlobal && parsed.range() === "unicast";
}
