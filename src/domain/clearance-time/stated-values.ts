import type { DeclarationContent } from "../declaration/declaration";
import type { Method } from "../shared/sourced";

/** How many values a declaration states, by whether somebody who declares without this product would have to key them. */
export interface StatedValues {
  /** Read from papers or typed. */
  readonly keyable: number;
  /** From an order feed, or derived by a rule: keyed by nobody, in one declaration as in two. */
  readonly given: number;
}

/** What is known without papers, and so is not held for keying that was saved. */
const GIVEN: readonly Method[] = ["feed", "derived"];

/** Counts the values of the heading and of every line; the consumer, whom a person names, is counted as that act. */
export function statedValues({ lines, ...heading }: DeclarationContent): StatedValues {
  const methods = [heading, heading.adjustments ?? {}, ...lines].flatMap((part) =>
    Object.values(part).flatMap((each) => (isSourced(each) ? [each.source.method] : [])),
  );
  const given = methods.filter((method) => GIVEN.includes(method)).length;
  return { keyable: methods.length - given, given };
}

function isSourced(value: unknown): value is { readonly source: { readonly method: Method } } {
  return typeof value === "object" && value !== null && "value" in value && "source" in value;
}
