import { expect, type Page } from "@playwright/test";
import { as, ask } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

const ORDER = "TW2026112400500000";

async function importFile(page: Page, kind: string, name: string): Promise<void> {
  await page.goto("/broker/orders");
  await page.getByRole("button", { name: "Import" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Which feed").click();
  await page.getByRole("option", { name: kind, exact: true }).click();
  await dialog.getByLabel("File").setInputFiles(`samples/orders/${name}.csv`);
  await expect(dialog.getByText("Read as UTF-8")).toBeVisible();
  await dialog.getByRole("button", { name: "Try" }).click();
  await dialog.getByRole("button", { name: /^Take \d+/ }).click();
  await expect(dialog.getByText(/taken,.* 0 refused/)).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).first().click();
}

/** Waits until the worker has matched so many orders. */
async function untilMatched(page: Page, count: number): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = (await ask(page, "/api/v1/orders?state=matched&limit=200")) as { rows: unknown[] };
      return rows.length;
    })
    .toBe(count);
}

/** Releases cases in one go, as an officer does with the keys of the queue. */
function release(officer: Page, caseIds: readonly string[]): Promise<void> {
  return officer.evaluate(async (ids) => {
    const body = JSON.stringify({ caseIds: ids, reasons: ["documents_consistent"] });
    await fetch("/api/v1/reviews/bulk", { method: "POST", headers: { "content-type": "application/json" }, body });
  }, caseIds);
}

test("three files become orders, a mismatch is mended by its sender, and all go through both gates", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/orders");
  await expect(page.getByText("No order is here.")).toBeVisible();
  await importFile(page, "Order", "orders");
  await importFile(page, "Waybill", "waybills");
  await importFile(page, "Payment", "payments");
  await untilMatched(page, 11);

  await page.goto("/broker/orders/rules");
  const m04 = page.locator("tr[data-rule=M04]");
  await expect(m04).toContainText("The payment firm took another amount");
  expect(await violationsOf(page)).toEqual([]);
  await m04.getByRole("link", { name: ORDER }).click();
  const rule = page.locator("tr[data-rule=M04][data-outcome=mismatch]");
  await expect(rule).toContainText("acturalPaid");
  await expect(rule).toContainText("amountPaid");
  await expect(rule).toContainText("Payment firm:");
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Show the people" }).click();
  await page.getByLabel("What for?").click();
  await page.getByRole("option", { name: "Mending a mismatch" }).click();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("王国荣");
  await page.keyboard.press("Escape");

  await importFile(page, "Payment", "payments-corrected");
  await untilMatched(page, 12);
  await page.goto("/broker/orders?state=matched");
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel("Choose all on this page").click();
  await page.getByRole("button", { name: "Lodge", exact: true }).click();
  await expect(page.getByText("12 orders would be lodged")).toBeVisible();
  await page.getByRole("button", { name: "Lodge 12" }).click();
  await expect(page.getByText("✓ 12 orders lodged")).toBeVisible({ timeout: 120_000 });

  const { rows } = (await ask(page, "/api/v1/orders?state=lodged&limit=200")) as { rows: { shipmentId: string }[] };
  const gatesOf = async (id: string) =>
    (await ask(page, `/api/v1/shipments/${id}`)) as { gates: { state: string }[]; rekeyedFields: number };
  const isThrough = async (id: string) => (await gatesOf(id)).gates.every((gate) => gate.state === "released");
  // Most are released by the machine alone; an officer passes those that chance or the score brings to a person.
  const officer = await as(browser, "officer");
  await officer.goto("/compliance/reviews");
  const shipments = new Set(rows.map((row) => row.shipmentId));
  await expect
    .poll(
      async () => {
        const { rows: cases } = (await ask(officer, "/api/v1/reviews?limit=200")) as {
          rows: { caseId: string; shipmentId: string }[];
        };
        const caseIds = cases.filter((each) => shipments.has(each.shipmentId)).map((each) => each.caseId);
        if (caseIds.length > 0) await release(officer, caseIds);
        return (await Promise.all(rows.map((row) => isThrough(row.shipmentId)))).filter(Boolean).length;
      },
      { timeout: 120_000 },
    )
    .toBe(12);
  const first = rows[0]?.shipmentId ?? "";
  expect((await gatesOf(first)).rekeyedFields).toBe(0);
  await page.goto(`/broker/shipments/${first}?tab=order`);
  await expect(page.locator("tr[data-rule=M20]")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});
