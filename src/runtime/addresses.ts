import { noteAddresses } from "@/adapters/better-auth/peer-address";
import { env, listOf } from "./env";

/** From here on every request of this process says, under a name that only we set, where it came from. */
export function noteAddressesOfRequests(): void {
  noteAddresses(listOf(env().TWOGATE_TRUSTED_PROXIES));
}
