import { err, ok, type Result } from "../shared/result";
import { type GtinFault, parseGtin } from "./gtin";

/** What names goods: their model, one production of it, or one piece. */
export interface GoodsKey {
  /** Fourteen digits. */
  readonly gtin: string;
  readonly batch: string | null;
  readonly serial: string | null;
}

export type DigitalLinkFault = GtinFault | "link_form" | "link_key_order" | "link_value";

/**
 * Application identifiers in the order in which a path has them (GS1 Digital Link URI Syntax 1.4, section 4.7): goods,
 * variant, batch, serial. The words are those of earlier editions. A variant names no goods of their own here.
 */
const PLACES: Readonly<Record<string, number>> = {
  "01": 0,
  gtin: 0,
  "22": 1,
  cpv: 1,
  "10": 2,
  lot: 2,
  "21": 3,
  ser: 3,
};

/** The characters of a batch or serial number: set 82 of the GS1 General Specifications, at most twenty. */
const VALUE = /^[!"%-?A-Z_a-z]{1,20}$/;

/** Whether the text may be the number of a batch or of a piece. */
export function isGoodsNumber(text: string): boolean {
  return VALUE.test(text);
}

/**
 * The goods that a Digital Link names, whatever its host; what stands behind the path is not looked at. Takes a whole
 * address or its path.
 */
export function parseDigitalLink(link: string): Result<GoodsKey, DigitalLinkFault> {
  const path = link.replace(/^https?:\/\/[^/?#]*/i, "").split(/[?#]/, 1)[0] ?? "";
  const segments = path.split("/").filter((segment) => segment !== "");
  const start = segments.findIndex((segment) => PLACES[segment] === 0);
  const pairs = segments.slice(Math.max(start, 0));
  if (start < 0 || pairs.length % 2 !== 0) return err("link_form");
  return readPairs(pairs);
}

function readPairs(pairs: readonly string[]): Result<GoodsKey, DigitalLinkFault> {
  const values: (string | undefined)[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const place = PLACES[pairs[at] ?? ""];
    const value = decoded(pairs[at + 1] ?? "");
    if (place === undefined) return err("link_form");
    if (place < values.length) return err("link_key_order");
    if (value === null || !isGoodsNumber(value)) return err("link_value");
    values[place] = value;
  }
  const gtin = parseGtin(values[0] ?? "");
  if (!gtin.ok) return gtin;
  return ok({ gtin: gtin.value, batch: values[2] ?? null, serial: values[3] ?? null });
}

/** The path of the goods, with every character escaped that would end a part of it. */
export function digitalLinkPath({ gtin, batch, serial }: GoodsKey): string {
  const lot = batch === null ? "" : `/10/${encodeURIComponent(batch)}`;
  const piece = serial === null ? "" : `/21/${encodeURIComponent(serial)}`;
  return `/01/${gtin}${lot}${piece}`;
}

/** The goods themselves, then their batch, then their model: who asks for a piece without a passport is shown its batch. */
export function widerKeys(key: GoodsKey): readonly GoodsKey[] {
  const model = { gtin: key.gtin, batch: null, serial: null };
  const batch = { ...model, batch: key.batch };
  const piece = { ...model, serial: key.serial };
  return [
    key,
    ...(key.serial && key.batch ? [piece] : []),
    ...(key.serial && key.batch ? [batch] : []),
    ...(key.serial || key.batch ? [model] : []),
  ];
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone per cent sign is no escape.
    return null;
  }
}
