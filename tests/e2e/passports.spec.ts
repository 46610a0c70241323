import { expect } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

test("goods carry a passport that anybody reads without an account or a script", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await as(browser, "broker");
  await page.goto("/broker/passports");
  await page
    .getByRole("link", { name: /Bluetooth wireless earphones BT-40/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bluetooth wireless earphones BT-40");
  await expect(page.getByRole("img", { name: "QR code of these goods" })).toBeVisible();
  const address = await page.getByRole("link", { name: "Open the public page" }).getAttribute("href");

  const away = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const reader = await away.newPage();
  await reader.goto(address ?? "");
  await expect(reader.getByText(/This passport is valid until/)).toBeVisible();
  await expect(reader.getByText("Elbe Test Laboratories GmbH").first()).toBeVisible();
  await reader.getByRole("link", { name: "中文" }).click();
  await expect(reader.getByText(/本护照有效期至/)).toBeVisible();
  await away.close();

  const looking = await (await browser.newContext()).newPage();
  await looking.goto(address ?? "");
  expect(await violationsOf(looking)).toEqual([]);
  expect((await looking.content()).includes("<script")).toBe(false);
  await looking.context().close();
});
