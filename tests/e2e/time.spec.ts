import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

test("a broker sees whose the time was, which clock is next, and what two declarations would have taken", async ({
  browser,
}) => {
  const page = await as(browser, "broker");
  await page.goto("/broker/shipments?sort=slack");
  await expect(page.getByRole("columnheader", { name: "Next clock" })).toBeVisible();
  const shipment = await page.locator("tbody a").first().getAttribute("href");
  await page.goto(`${shipment}?tab=time`);
  const table = page.getByRole("table").filter({ hasText: "Together" });
  await expect(table.getByRole("row", { name: /^Together/ })).toContainText("100%");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Record of this shipment's time as CSV" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toMatch(
    /^record,name,owner,from,to,value,unit,note\r\nspan,/,
  );

  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Time" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Time" })).toBeVisible();
  const next = page.getByRole("region", { name: "Next to miss a clock", exact: true });
  await expect(next.getByRole("row").nth(1)).toContainText(/left|over/);
  const baseline = page.getByRole("region", { name: "One declaration against two" });
  await expect(baseline.getByText("no source gives measured minutes")).toBeVisible();
});

// At the width of a desk, in both languages and themes, they are among the screens of accessibility.spec.ts.
test("the screens of time fit a phone in either language, and have no violation there", async ({
  browser,
  baseURL,
}) => {
  const page = await as(browser, "broker");
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 900 });
  for (const locale of ["en", "zh"]) {
    await page.context().addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    await page.goto("/broker/shipments?sort=value");
    const shipment = await page.locator("[data-row-link]:visible").first().getAttribute("href");
    for (const path of [`${shipment}?tab=time`, "/time?days=365"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>("main details")) details.open = true;
      });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${locale}: ${path}`).toBeLessThanOrEqual(0);
      if (locale === "zh") expect(await violationsOf(page), path).toEqual([]);
    }
  }
});
