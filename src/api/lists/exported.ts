import type { Actor } from "@/application/actor";
import type { Listing } from "@/application/listing";
import type { Queries } from "@/application/queries";
import { LISTS, type ListName, type ListQuery } from "@/contracts/lists";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";
import type { Cell } from "@/domain/working-list/cell";
import { TIME_ZONE } from "@/runtime/catalogues";
import { officeTime, type Say } from "@/runtime/words";

/** A column of a file: one of the list, or a part of one, such as the currency of a value. */
interface Part<R> {
  /** What is said behind the name of the list's column; nothing for its first part. */
  readonly said?: (say: Say) => string;
  readonly value: (row: R, say: Say) => Cell;
}

export interface At {
  readonly cursor?: string;
  readonly limit: number;
}

/** A list as a file gives it: how a page of it is read, and what of its rows stands in each of its columns. */
export interface Exported<R> {
  readonly list: ListName;
  /** A page of exactly what the screen shows under these filters, which the list takes. */
  readonly page: (queries: Queries, actor: Actor, query: ListQuery, at: At) => Promise<Result<Listing<R>, Failure>>;
  readonly columns: Readonly<Record<string, readonly Part<R>[]>>;
}

/** The heads of the columns that are shown, in the words of the screen; of a time the zone is said. */
export function headsOf<R>({ list, columns }: Exported<R>, shown: readonly string[], say: Say): readonly string[] {
  return shown.flatMap((name) => {
    const head = say(`${LISTS[list].words}.${name}`);
    return (columns[name] ?? []).map(({ said }) => (said ? `${head}: ${said(say)}` : head));
  });
}

/** The cells of a row under those heads. */
export function cellsOf<R>({ columns }: Exported<R>, shown: readonly string[], row: R, say: Say): readonly Cell[] {
  return shown.flatMap((name) => (columns[name] ?? []).map(({ value }) => value(row, say)));
}

/** A cell of words; empty where there are none. */
export function text(value: string | null | undefined): Cell {
  return value ? { kind: "text", text: value } : null;
}

/** A cell of a plain decimal, or of a count. */
export function number(value: string | number | null | undefined): Cell {
  return value === null || value === undefined ? null : { kind: "number", text: String(value) };
}

/** A cell of a day of the law. */
export function day(value: string | null): Cell {
  return value === null ? null : { kind: "day", day: value };
}

/** Parts of an amount: the number, and its currency. */
export function money<R>(of: (row: R) => { readonly amount: string; readonly currency: string } | null): Part<R>[] {
  return [
    { value: (row) => number(of(row)?.amount) },
    { said: (say) => say("lists.part.currency"), value: (row) => text(of(row)?.currency) },
  ];
}

/** An instant as the clock of the office shows it; the head names the zone. */
export function time<R>(of: (row: R) => string | null | undefined): Part<R> {
  return {
    said: () => TIME_ZONE,
    value: (row) => {
      const at = of(row);
      return at ? { kind: "time", local: officeTime(at) } : null;
    },
  };
}
