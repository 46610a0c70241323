import type { EventEmitter } from "node:events";
import { type IncomingMessage, Server } from "node:http";

/** Under which name a request carries where it came from. Only we set it; what a request says of itself is overwritten. */
export const PEER_HEADER = "x-twogate-peer";

let hasProxies = false;
let isNoted = false;

/**
 * Notes with every request of this process the address of its connection, and, where proxies are trusted, what they
 * say before it: a handler of Next sees headers and no connection, and a header may be forged.
 */
export function noteAddresses(trustedProxies: readonly string[]): void {
  hasProxies = trustedProxies.length > 0;
  if (isNoted) return;
  isNoted = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function noting(this: Server, ...told: Parameters<EventEmitter["emit"]>): boolean {
    if (told[0] === "request") note(told[1] as IncomingMessage);
    return (emit as EventEmitter["emit"]).apply(this, told);
  };
}

function note({ headers, socket }: IncomingMessage): void {
  const peer = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const forwarded = hasProxies ? headers["x-forwarded-for"] : undefined;
  headers[PEER_HEADER] = forwarded ? `${forwarded}, ${peer}` : peer;
}

/** How sign-in finds the address: from the right, over the proxies that are trusted, to the first that is not. */
export function addressOptions(trustedProxies: readonly string[]) {
  return { ipAddressHeaders: [PEER_HEADER], trustedProxies: [...trustedProxies] };
}
