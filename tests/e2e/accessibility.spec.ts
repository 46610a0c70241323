import { expect, type Page } from "@playwright/test";
import { type PEOPLE, stateOf } from "./people";
import { test } from "./test";
import { COLOUR_RULES, violationsOf } from "./violations";

interface Screen {
  readonly who: keyof typeof PEOPLE | null;
  readonly path: string;
  /** Where the first matching link of the page leads is the screen. */
  readonly follow?: readonly string[];
}

const A_BOOK = "a[href^='/broker/stock/']:not([href$='/destructions'])";
const SCREENS: Readonly<Record<string, Screen>> = {
  "sign in": { who: null, path: "/sign-in" },
  "choose password": { who: null, path: "/choose-password#a-link-that-was-handed-over" },
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
  "shipment time": { who: "broker", path: "/broker/shipments", follow: ["tbody a", "a[href$='tab=time']"] },
  time: { who: "officer", path: "/time" },
  money: { who: "broker", path: "/broker/money" },
  "tax bills": { who: "broker", path: "/broker/money?view=bills" },
  returns: { who: "broker", path: "/broker/returns" },
  stock: { who: "broker", path: "/broker/stock" },
  "account book": { who: "broker", path: "/broker/stock", follow: [A_BOOK] },
  destructions: { who: "broker", path: "/broker/stock/destructions" },
  "destructions of an office": { who: "officer", path: "/compliance/destructions" },
  "book item": { who: "broker", path: "/broker/stock", follow: [A_BOOK, "tbody a"] },
  "shipment book": { who: "broker", path: "/broker/shipments", follow: ["tbody a", "a[href$='tab=book']"] },
  permits: { who: "broker", path: "/broker/permits" },
  "shipment plan": { who: "broker", path: "/broker/shipments", follow: ["tbody a", "a[href$='tab=plan']"] },
  "review queue": { who: "officer", path: "/compliance/reviews" },
  "review case": { who: "officer", path: "/compliance/reviews", follow: ["a[href^='/compliance/reviews/']"] },
  whitelist: { who: "admin", path: "/admin/aeo" },
  benefits: { who: "admin", path: "/admin/aeo/benefits" },
  "uses of credit": { who: "admin", path: "/admin/aeo/uses" },
  applications: { who: "admin", path: "/admin/aeo/applications" },
  workbooks: { who: "broker", path: "/broker/aeo" },
  law: { who: "admin", path: "/admin/law" },
  basket: { who: "admin", path: "/admin/law", follow: ["tbody a"] },
  simulator: { who: "admin", path: "/admin/simulator" },
  jobs: { who: "admin", path: "/admin/jobs" },
  people: { who: "admin", path: "/admin/people" },
  account: { who: "broker", path: "/account" },
  "API keys": { who: "broker", path: "/admin/api-keys" },
};

// A page is loaded once in each language, and changes its theme where it stands, as it does when the system's theme
// changes. Each language and each theme is checked by every rule once; of the rules only those about colours can tell
// the themes of one language apart, so the third look is checked by these.
for (const [name, { who, path, follow = [] }] of Object.entries(SCREENS))
  test(`${name} has no violation, in either language and theme`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      colorScheme: "light",
      // Nothing fades from one theme to the other, so that no colour is measured halfway.
      reducedMotion: "reduce",
      ...(who ? { storageState: stateOf(who) } : {}),
    });
    const speak = (language: string) => context.addCookies([{ name: "locale", value: language, url: baseURL ?? "" }]);
    const page = await context.newPage();
    await speak("en");
    await page.goto(path);
    for (const selector of follow) {
      const href = await page.locator(selector).first().getAttribute("href");
      await page.goto(new URL(href ?? "", page.url()).href);
    }
    await expectNoViolation(page, "en", "light");
    await expectNoViolation(page, "en", "dark", COLOUR_RULES);
    await speak("zh");
    await page.reload();
    await expectNoViolation(page, "zh", "dark");
    await context.close();
  });

async function expectNoViolation(
  page: Page,
  language: "en" | "zh",
  theme: "light" | "dark",
  rules?: readonly string[],
): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
  await expect(page.locator("html")).toHaveClass(new RegExp(theme));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // A page that broke has few elements and so no violation; it must not pass for the screen that it stands for.
  await expect(page.getByTestId("broken")).toHaveCount(0);
  expect(await violationsOf(page, rules), `${language}, ${theme}`).toEqual([]);
}

test("a planted violation is found, so that silence means something", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<img src='/x.png'>"));
  expect((await violationsOf(page)).map((each) => each.id)).toContain("image-alt");
});
