import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The rules that look at colours. */
export const COLOUR_RULES: readonly string[] = ["color-contrast", "link-in-text-block"];

interface Violation {
  readonly id: string;
  readonly where: readonly string[];
}

/**
 * What of the page breaks a rule of accessibility, and where. Every rule, or each of those given, runs on every element.
 * What passed is not described, and no second page is opened to put frames of other origins together, which we have none of: that took
 * two thirds of the time.
 */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly Violation[]> {
  const runOnly = rules ? { type: "rule" as const, values: [...rules] } : RULES;
  // What fades in has the colours of nothing on its way; it is looked at when it is there. What turns for ever is not waited for.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((each) => each.playState === "running" && each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((each) => each.finished));
  });
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly, resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(" ")).slice(0, 3) }));
}
