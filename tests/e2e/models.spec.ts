import { type Browser, expect } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

async function looksRight(browser: Browser, path: string): Promise<void> {
  for (const [locale, colorScheme, width] of [
    ["en", "light", 1280],
    ["zh", "dark", 390],
  ] as const) {
    const page = await as(browser, "admin");
    await page.goto(path);
    await page.context().addCookies([{ name: "locale", value: locale, url: page.url() }]);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violationsOf(page), `${locale}, ${colorScheme}`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${locale} at ${width}`).toBeLessThanOrEqual(0);
    await page.context().close();
  }
}

test("the model that decides shows what it learned from, how good it is and who promoted it", async ({ browser }) => {
  const admin = await as(browser, "admin");
  await admin.goto("/admin/models");
  const models = admin.getByRole("region", { name: "Models", exact: true });
  await expect(models.getByText("decides")).toBeVisible();
  await expect(models.getByText("Zhao Min → ")).toBeVisible();
  await expect(admin.getByRole("heading", { name: "Drift" })).toBeVisible();
  await expect(admin.getByText("Calibration: of those with 30 %, are 30 % irregular?")).toBeVisible();
  await looksRight(browser, "/admin/models");
});

test("a policy of attention is proposed by one admin and takes effect by another", async ({ browser }) => {
  const first = await as(browser, "admin");
  await first.goto("/admin/models");
  await first.getByRole("button", { name: "Propose another policy" }).click();
  const dialog = first.getByRole("dialog");
  await dialog.getByLabel("Looks by chance, %").fill("90");
  await dialog.getByLabel("Why").fill("Tried by the tests of the browser");
  await dialog.getByRole("button", { name: "Propose" }).click();
  await expect(dialog.getByText("Looks by chance, % lies between 0.5 and 25.")).toBeVisible();
  await dialog.getByLabel("Looks by chance, %").fill("2");
  await dialog.getByLabel("Newcomer for so many weeks").fill("30");
  await dialog.getByRole("button", { name: "Propose" }).click();
  await expect(first.getByText("26 → 30")).toBeVisible();
  await expect(first.getByRole("button", { name: "Approve" })).toHaveCount(0);

  const second = await as(browser, "secondAdmin");
  await second.goto("/admin/models");
  await second.getByRole("button", { name: "Approve" }).click();
  await expect(second.getByText("The policy is in force.")).toBeVisible();
  await expect(second.getByText("Version 1, in force")).toBeVisible();
});
