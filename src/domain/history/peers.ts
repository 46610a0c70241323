import type { LinkName } from "./links";
import type { Measures } from "./measures";

/** With whom a ratio of an entry is compared: the latest entries that share a link. */
export interface Peer {
  readonly measure: keyof Measures;
  readonly link: LinkName;
  readonly capacity: number;
  /** Least spread that is believed; a smaller one would make noise of rounding look like an oddity. */
  readonly leastSpread: number;
}

export const PEERS = {
  priceOfCode: { measure: "price", link: "code", capacity: 160, leastSpread: 0.1 },
  priceOfCodeOrigin: { measure: "price", link: "codeOrigin", capacity: 64, leastSpread: 0.1 },
  priceOfExporterCode: { measure: "price", link: "exporterCode", capacity: 16, leastSpread: 0.1 },
  priceOfImporterCode: { measure: "price", link: "importerCode", capacity: 16, leastSpread: 0.1 },
  priceOfHeading: { measure: "price", link: "heading", capacity: 160, leastSpread: 0.1 },
  packagePriceOfCode: { measure: "pricePerPackage", link: "code", capacity: 96, leastSpread: 0.1 },
  packageWeightOfCode: { measure: "kgPerPackage", link: "code", capacity: 96, leastSpread: 0.1 },
  packageWeightOfMode: { measure: "kgPerPackage", link: "officeMode", capacity: 128, leastSpread: 0.1 },
  grossOfCode: { measure: "grossToNet", link: "code", capacity: 96, leastSpread: 0.01 },
  freightOfRoute: { measure: "freightPerKg", link: "routeMode", capacity: 128, leastSpread: 0.1 },
  freightShareOfRoute: { measure: "freightToValue", link: "routeMode", capacity: 128, leastSpread: 0.1 },
  freightShareOfCode: { measure: "freightToValue", link: "code", capacity: 96, leastSpread: 0.1 },
  valueOfImporter: { measure: "value", link: "importer", capacity: 32, leastSpread: 0.1 },
  valueOfCode: { measure: "value", link: "code", capacity: 96, leastSpread: 0.1 },
  weightOfImporter: { measure: "weight", link: "importer", capacity: 32, leastSpread: 0.1 },
} as const satisfies Readonly<Record<string, Peer>>;

export type PeerName = keyof typeof PEERS;
export const PEER_NAMES = Object.keys(PEERS) as readonly PeerName[];
