import { deriveKey } from "@/adapters/crypto/vault";

/** What the simulated authority and its declarants share: both sides derive it from the secret of the installation. */
export function simulatorKeys(secret: string): { readonly channelSecret: string; readonly controlKey: string } {
  return {
    channelSecret: deriveKey(secret, "twogate simulator channel").toString("hex"),
    controlKey: deriveKey(secret, "twogate simulator control").toString("hex"),
  };
}
