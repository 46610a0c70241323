import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Violation {
  readonly id: string;
  readonly where: readonly string[];
}

/**
 * What of the page breaks a rule of accessibility, and where. Every rule runs on every element. What passed is not
 * described, and no second page is opened to put frames of other origins together, which we have none of: that took
 * two thirds of the time.
 */
export async function violationsOf(page: Page): Promise<readonly Violation[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: RULES, resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(" ")).slice(0, 3) }));
}
