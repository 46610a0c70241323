import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { connectToProduct } from "./database";
import { as, ask, expectReleased, lodge, uploaded } from "./steps";
import { test } from "./test";

const violationsOf = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

test("a bill of the authority that differs by a fen is accepted with a reason, paid, and frees the guarantee", async ({
  browser,
}) => {
  const page = await as(browser, "otherBroker");
  const shipment = await uploaded(page, "green-earphones");
  // The importer's credit lets the guarantee go, and then none is freed; here it does not reach this regime.
  const sql = await connectToProduct();
  const reach = (regimes: string) =>
    sql.query("update aeo_authorisation set regimes = $1 where holder like 'Lingnan%'", [regimes]);
  await reach("{1210}");
  await lodge(page, shipment);
  await reach("{}");
  await sql.end();
  await expectReleased(browser, page, shipment, "Gate 1 · Bonded exit");
  const { tax } = (await ask(page, `/api/v1${shipment.replace("/broker", "")}`)) as {
    tax: { duty: string; vat: string; total: string };
  };

  await page.goto(`${shipment}?tab=tax`);
  await page.getByRole("button", { name: "Record a tax bill" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Number of the bill").fill("TB-2026-0001");
  await form.getByLabel("Issued on").fill("2026-11-26");
  await form.getByLabel("Duty", { exact: true }).fill(tax.duty);
  await form.getByLabel("VAT").fill((Number(tax.vat) + 0.01).toFixed(2));
  await form.getByRole("button", { name: "Record" }).click();
  const bill = page.getByRole("article", { name: "Tax bill TB-2026-0001" });
  await expect(bill).toContainText("Differs");
  await expect(bill).toContainText("0.01");
  expect(await violationsOf(page)).toEqual([]);
  await bill.getByLabel("Why the difference is right").fill("The office rounds each line.");
  await bill.getByRole("button", { name: "Accept the difference" }).click();
  await bill.getByLabel("Number of the receipt").fill("RC-2026-0001");
  await bill.getByRole("button", { name: "Record the payment" }).click();
  await expect(bill).toContainText("Paid");

  await page.goto("/broker/money");
  const ledger = page.getByRole("region", { name: "Ledger" });
  await expect(ledger.getByRole("row").nth(1)).toContainText("Paid, free again");
  await expect(ledger.getByRole("row").nth(2)).toContainText("Owed since the release");
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Raise the guarantee" }).click();
  await page.getByRole("dialog").getByLabel("Amount in CNY").fill("1000");
  await page.getByRole("dialog").getByLabel("Number of the letter of guarantee").fill("LG-2026-1");
  await page.getByRole("dialog").getByRole("button", { name: "Record" }).click();
  await expect(ledger.getByRole("row").nth(1)).toContainText("LG-2026-1");
});

test("retail goods come back: what that reverses is shown first, then tax and year are reversed together", async ({
  browser,
}) => {
  // The other broker validates the same paper in a test of its own.
  const page = await as(browser, "broker");
  const shipment = await uploaded(page, "retail-headphones");
  const named = await page.evaluate(
    async (path) =>
      (
        await fetch(path, {
          method: "PATCH",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            regime: "1210",
            consumer: { name: "Zhang Min", identityNumber: "11010519491231002X" },
          }),
        })
      ).status,
    `/api/v1${shipment.replace("/broker", "")}`,
  );
  expect(named).toBeLessThan(300);
  await lodge(page, shipment);
  await expectReleased(browser, page, shipment, "Gate 1 · Bonded exit", "Harbour");

  await page.goto(`${shipment}?tab=returns`);
  await page.getByRole("button", { name: "Apply for a return" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Line 1/).fill("1");
  await dialog.getByRole("button", { name: "Show what it reverses" }).click();
  await expect(dialog).toContainText("Must be back by");
  await dialog.getByRole("button", { name: "Apply", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: "On the way" });
  await expect(row).toContainText("45 days left");
  expect(await violationsOf(page)).toEqual([]);

  await page.goto("/broker/returns");
  await page.getByRole("button", { name: "They are back" }).first().click();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Take them back and reverse" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("Back");
  await page.goto(`${shipment}?tab=timeline`);
  await expect(page.getByText("Goods back in the zone").first()).toBeVisible();
});
