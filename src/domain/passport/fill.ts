import type { DraftLine } from "../declaration/assemble";
import type { PassportContent } from "./passport";

/** The values of a goods line that a passport may state, as fields name them. */
const FILLED = { hs_code: "commodityCode", origin: "origin", description: "description" } as const;
export type FilledField = keyof typeof FILLED;

/** What a passport brings to a line, and what stands there that says something else. */
export interface Filling {
  readonly filled: readonly { readonly name: FilledField; readonly value: string }[];
  readonly contradictions: readonly {
    readonly name: FilledField;
    readonly stated: string;
    readonly passport: string;
  }[];
}

/**
 * Fills what a line does not state from the passport of its goods. What is stated stays as it is, whoever stated it; where
 * the passport says something else of code or origin, both are shown and a person says which is right. Words of a
 * description are nobody's contradiction.
 */
export function fillLine(content: PassportContent, line: DraftLine | undefined): Filling {
  const said: Readonly<Record<FilledField, string>> = {
    hs_code: longest(content.codes),
    origin: content.origin,
    description: content.name,
  };
  const names = Object.keys(FILLED) as FilledField[];
  const stated = (name: FilledField) => line?.[FILLED[name]]?.value ?? null;
  return {
    filled: names.flatMap((name) => (stated(name) === null ? [{ name, value: said[name] }] : [])),
    contradictions: names.flatMap((name) => {
      const there = stated(name);
      if (there === null || agrees(name, there, said[name])) return [];
      return [{ name, stated: there, passport: said[name] }];
    }),
  };
}

function agrees(name: FilledField, stated: string, passport: string): boolean {
  if (name === "description") return true;
  // A shorter code of the same goods says less, not something else.
  if (name === "hs_code") return stated.startsWith(passport) || passport.startsWith(stated);
  return stated === passport;
}

function longest(codes: readonly string[]): string {
  return codes.reduce((best, code) => (code.length > best.length ? code : best), "");
}
