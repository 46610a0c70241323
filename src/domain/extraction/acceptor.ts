import type { Style } from "./style";

/** What an acceptor is told besides the text. */
export interface Around {
  /** The words of the label, with what stands in brackets behind it. */
  readonly label: string;
  /** How the document writes figures and dates. */
  readonly style?: Style;
}

/** Turns text into a canonical value; null when it is not of the kind that is looked for. */
export type Accept = (text: string, around?: Around) => string | null;
