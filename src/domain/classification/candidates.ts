import type { FacetName } from "./facets";

/** Codes that may be right for a text, and what speaks for each. */
export interface Candidates {
  /** Numbers of subheadings. */
  readonly numbers: readonly number[];
  /** For each of them its signals, in the order of `SIGNALS`. */
  readonly signals: readonly Float64Array[];
}

/** The facets that candidates are compared in. */
export const FACETS: readonly FacetName[] = ["material", "cloth", "wearer", "part", "power", "state"];

/** What is known of a candidate beside a text; the ranker weighs them. */
export const SIGNALS = [
  "title",
  "head",
  "whole",
  "category",
  "attributes",
  "heading",
  "chapter",
  "words",
  "names",
  "context",
  "titles",
  "whole words",
  "whole titles",
  "likest text",
  "votes of texts",
  "likest text of the whole",
  "frequency",
  "residual",
  ...FACETS.flatMap((facet) => [`${facet} agrees`, `${facet} differs`, `${facet} unsaid`]),
] as const;
