import { WINDOWS } from "@/domain/insight/insight";

/** What the address of the page says of the window. */
export interface InsightQuery {
  readonly days: (typeof WINDOWS)[number];
  /** Null where nobody chose, so that history that was made up counts where there is no other. */
  readonly generated: "include" | "exclude" | null;
}

const USUAL = "28";

/** Reads the address; what it does not know is the usual window. */
export function readQuery({ days, generated }: Readonly<Record<"days" | "generated", unknown>>): InsightQuery {
  return {
    days: WINDOWS.find((each) => each === days) ?? USUAL,
    generated: generated === "include" || generated === "exclude" ? generated : null,
  };
}

/** The same as part of an address, of the page as of the API. */
export function queryOf({ days, generated }: InsightQuery): string {
  return `?days=${days}${generated ? `&generated=${generated}` : ""}`;
}
