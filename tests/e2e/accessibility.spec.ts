import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { type PEOPLE, stateOf } from "./people";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Screen {
  readonly who: keyof typeof PEOPLE | null;
  readonly path: string;
  /** Where the first matching link of the page leads is the screen. */
  readonly follow?: readonly string[];
}

const SCREENS: Readonly<Record<string, Screen>> = {
  "sign in": { who: null, path: "/sign-in" },
  "API description": { who: null, path: "/docs/api" },
  shipments: { who: "broker", path: "/broker/shipments" },
  "shipment overview": { who: "broker", path: "/broker/shipments", follow: ["tbody a"] },
  documents: { who: "broker", path: "/broker/shipments", follow: ["tbody a", "a[href$='tab=documents']"] },
  declaration: {
    who: "broker",
    path: "/broker/shipments",
    follow: ["tbody tr:nth-child(2) a", "a[href$='tab=declaration']"],
  },
  tax: { who: "broker", path: "/broker/shipments", follow: ["tbody a", "a[href$='tab=tax']"] },
  requirements: {
    who: "broker",
    path: "/broker/shipments",
    follow: ["tbody tr:last-child a", "a[href$='tab=requirements']"],
  },
  risk: { who: "broker", path: "/broker/shipments", follow: ["tbody tr:last-child a", "a[href$='tab=risk']"] },
  timeline: { who: "broker", path: "/broker/shipments", follow: ["tbody a", "a[href$='tab=timeline']"] },
  validation: {
    who: "broker",
    path: "/broker/shipments",
    follow: ["tbody tr:nth-child(2) a", "a[href$='tab=documents']", "a[href^='/broker/documents/']"],
  },
  "review queue": { who: "officer", path: "/compliance/reviews" },
  "review case": { who: "officer", path: "/compliance/reviews", follow: ["a[href^='/compliance/reviews/']"] },
  whitelist: { who: "admin", path: "/admin/aeo" },
  jobs: { who: "admin", path: "/admin/jobs" },
  "API keys": { who: "broker", path: "/admin/api-keys" },
};

for (const language of ["en", "zh"] as const) {
  for (const theme of ["light", "dark"] as const) {
    for (const [name, { who, path, follow = [] }] of Object.entries(SCREENS)) {
      test(`${name} has no violation in ${language}, ${theme}`, async ({ browser, baseURL }) => {
        const context = await browser.newContext({
          colorScheme: theme,
          ...(who ? { storageState: stateOf(who) } : {}),
        });
        await context.addCookies([{ name: "locale", value: language, url: baseURL ?? "" }]);
        const page = await context.newPage();
        await page.goto(path);
        for (const selector of follow) {
          const href = await page.locator(selector).first().getAttribute("href");
          await page.goto(new URL(href ?? "", page.url()).href);
        }
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        // A page that broke has few elements and so no violation; it must not pass for the screen that it stands for.
        await expect(page.getByTestId("broken")).toHaveCount(0);
        await expect(page.locator("html")).toHaveClass(new RegExp(theme));
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        expect(
          violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(" ")).slice(0, 3) })),
        ).toEqual([]);
        await context.close();
      });
    }
  }
}

test("a planted violation is found, so that silence means something", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<img src='/x.png'>"));
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map((each) => each.id)).toContain("image-alt");
});
