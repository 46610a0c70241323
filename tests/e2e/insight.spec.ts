import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

// The demonstration brings a year of history that never happened; the page says so and counts it when it is asked to.
const YEAR = "/compliance/insight?days=365&generated=include";

test("an officer reads the measures, how each is counted, its table and its CSV", async ({ browser }) => {
  const page = await as(browser, "officer");
  await page.goto("/compliance/reviews");
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Insight" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Insight" })).toBeVisible();
  await page.getByRole("link", { name: "365 days" }).click();
  await expect(page).toHaveURL(/days=365/);
  await page.goto(YEAR);
  await expect(page.getByText("generated history").first()).toBeVisible();

  const card = page.getByRole("region", { name: "Hit rate", exact: true });
  await card.getByRole("button", { name: "How it is counted: Hit rate" }).press("Enter");
  await expect(page.getByRole("dialog", { name: "How it is counted: Hit rate" })).toContainText("Wilson");
  await page.keyboard.press("Escape");
  await card.getByText(/^Table \(/).click();
  await expect(card.getByRole("cell", { name: "chance", exact: true })).toBeVisible();

  const download = page.waitForEvent("download");
  await card.getByRole("link", { name: "CSV: Hit rate" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^hit-rate-.*\.csv$/);
  expect(readFileSync(await file.path(), "utf8")).toMatch(/^by,group,shadow,all,looked,found,share,low,high\r\n/);

  await page.getByRole("link", { name: "Leave them out" }).click();
  await expect(page).toHaveURL(/generated=exclude/);
  await expect(page.getByText("they are left out")).toBeVisible();
});

test("the measures have no violation and no overflow, in either language and theme", async ({ browser, baseURL }) => {
  for (const [locale, colorScheme, width] of [
    ["en", "light", 1440],
    ["zh", "dark", 390],
  ] as const) {
    const page = await as(browser, "admin");
    await page.context().addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(YEAR);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const summary of await page.locator("main summary").all()) await summary.click();
    expect(await violationsOf(page), `${locale}, ${colorScheme}`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${locale} at ${width}`).toBeLessThanOrEqual(0);
    await page.context().close();
  }
});
