import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { as, confirmDocuments, drop } from "./steps";
import { test } from "./test";

test("a Chinese description becomes a settled code, and the next suggestion knows it", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/classify");
  const describe = page.getByLabel("Description of the goods");
  const goods = "女式针织棉套头衫 长袖";
  // The page may still be waking: what is typed before is asked again.
  await expect(async () => {
    await describe.fill(goods);
    await describe.press("Enter");
    await expect(page.getByRole("button", { name: /^Take this code/ }).first()).toBeVisible({ timeout: 15_000 });
  }).toPass({ timeout: 60_000 });
  const first = page.locator("li", { has: page.getByRole("button", { name: "Take this code: 611020" }) });
  await expect(first).toContainText("suggested by the model");
  await expect(first).toContainText("针织");
  await expect(first).toContainText("6110.20");
  const violations = await new AxeBuilder({ page }).analyze();
  expect(violations.violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: "Take this code: 611020" }).click();
  await expect(page.getByText("Settled: 611020")).toBeVisible();
  await page.getByRole("button", { name: "Suggest codes" }).click();
  await expect(first).toContainText("settled by a person");
  await describe.fill("礼品");
  await page.getByRole("button", { name: "Suggest codes" }).click();
  await expect(page.getByText("The description names no goods")).toBeVisible();
});

test("the tax of a shipment under four regimes and under the law of two days", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/shipments");
  await drop(page, ["samples/wine/invoice.pdf", "samples/wine/waybill.png"]);
  await expect(page.getByText(/values read/)).toHaveCount(2, { timeout: 90_000 });
  const shipment = (await page.getByRole("link", { name: "Open shipment" }).first().getAttribute("href")) ?? "";
  await confirmDocuments(page);

  // The code of a line can be asked for where it stands; taking one states it.
  await page.goto(`${shipment}?tab=declaration`);
  await page.getByRole("button", { name: "Suggest a code for line 1" }).click();
  await expect(
    page
      .getByRole("dialog")
      .getByRole("button", { name: /^Take this code/ })
      .first(),
  ).toBeVisible({
    timeout: 30_000,
  });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.goto(`${shipment}?tab=regimes`);
  const card = (name: string) => page.getByRole("article", { name, exact: true });
  await expect(card("1210 Bonded e-commerce")).toContainText("Not admitted this way");
  await expect(card("9610 Direct e-commerce")).toContainText("Not admitted this way");
  await expect(card("0110 General trade")).toContainText("Consumption tax");
  await expect(card("0110 General trade")).toContainText("Overseas producer");
  await expect(card("0110 General trade with RCEP")).toContainText("RCEP has no lower rate for goods of this origin");

  await page.goto(`${shipment}?tab=tax`);
  await page.getByLabel("Law of", { exact: true }).fill("2026-11-27");
  await page.getByLabel("Beside the law of").fill("2026-02-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("What differs between the two days")).toBeVisible();
  await expect(page).toHaveURL(/asOf=2026-11-27&against=2026-02-01/);
  // Where the tables have no row for a day nothing is computed, and the remedy is named.
  await page.getByLabel("Beside the law of").fill("2019-06-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Under the law of 2019-06-01 nothing can be computed:")).toBeVisible();
});

test("whether goods originate, with the sentence and the saving", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/origin");
  await expect(async () => {
    await page.getByRole("button", { name: "Fill in an example" }).click();
    await expect(page.getByLabel("Commodity code")).toHaveValue("220600", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(page.getByText(/Originates$/)).toBeVisible();
  await expect(page.getByText("Saves 9.50 of duty")).toBeVisible();
  await expect(page.getByText(/declares that the goods/)).toBeVisible();
  await page.getByLabel("FOB value").fill("0");
  await page.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(page.getByText("Does not originate")).toBeVisible();
});
