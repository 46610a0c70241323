import type { Chance } from "./chance";
import { GOODS, type GoodsKind } from "./goods";

/**
 * The four ways of smuggling through bonded zones that the rules of risk know: trade split into parcels under borrowed
 * names, prices below the true ones, false names and codes, and more goods than were stated.
 */
export const TYPOLOGIES = ["false_trade_mode", "false_price", "false_name", "false_quantity"] as const;
export type Typology = (typeof TYPOLOGIES)[number];

/** An enterprise of the generated year. */
export interface Trader {
  readonly key: string;
  readonly isCertified: boolean;
  /** Weeks since its registration on the first day; below zero for one that is registered later. */
  readonly ageWeeks: number;
  /** How much it trades beside others. */
  readonly weight: number;
  readonly goods: readonly GoodsKind[];
  readonly declarant: string;
  readonly exporters: readonly string[];
  readonly offices: readonly string[];
  /** How it cheats, on how many of its lines, and from which day of the year on; null for an honest one. */
  readonly scheme: { readonly typology: Typology; readonly share: number; readonly fromDay: number } | null;
}

/** The traders of a year: most of them small and honest, some certified, one in twelve a cheat of one kind. */
export function makeTraders(chance: Chance, count: number): readonly Trader[] {
  const declarants = Array.from({ length: Math.max(6, count >> 3) }, (_, index) => named("Generated agent", index));
  const exporters = Array.from({ length: count * 2 }, (_, index) => named("Generated exporter", index));
  // Who cheats chooses agents and sellers who do not ask; some of the honest ones share them.
  const quiet = { declarants: declarants.slice(-3), exporters: exporters.slice(-Math.max(4, count >> 3)) };
  return Array.from({ length: count }, (_, index) => {
    const isCheat = chance.happens(1 / 12);
    const isQuiet = isCheat ? chance.happens(0.75) : chance.happens(0.06);
    const weight = Math.exp(chance.normal() * 1.1);
    const typology = TYPOLOGIES[index % TYPOLOGIES.length] ?? "false_price";
    return {
      key: named("Generated importer", index),
      isCertified: !isCheat && weight > 1.4 && chance.happens(0.5),
      ageWeeks: chance.happens(0.2) ? chance.whole(-50, 20) : chance.whole(26, 900),
      weight,
      goods: goodsOf(chance, isCheat ? typology : null),
      declarant: chance.pick(isQuiet ? quiet.declarants : declarants, 1.6),
      exporters: Array.from({ length: chance.whole(1, 5) }, () => chance.pick(isQuiet ? quiet.exporters : exporters)),
      offices: [chance.pick(["5301", "5302", "2225", "2248", "3302", "4604"])],
      scheme: isCheat
        ? { typology, share: 0.25 + chance.next() * 0.55, fromDay: chance.happens(0.35) ? chance.whole(60, 300) : 0 }
        : null,
    };
  });
}

function goodsOf(chance: Chance, typology: Typology | null): readonly GoodsKind[] {
  const fitting = GOODS.filter(
    ({ isRetail, disguise }) =>
      typology === null ||
      typology === "false_price" ||
      typology === "false_quantity" ||
      (typology === "false_trade_mode" ? isRetail : disguise !== null),
  );
  return Array.from({ length: chance.whole(1, 3) }, () => chance.pick(fitting));
}

function named(kind: string, index: number): string {
  return `${kind} ${String(index + 1).padStart(4, "0")}`;
}
