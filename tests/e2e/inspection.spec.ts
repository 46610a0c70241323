import { expect, type Page } from "@playwright/test";
import { as, ask } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

/** The watches of the demonstration, which two officers inspected at gate one. */
async function watches(page: Page): Promise<string> {
  await page.goto("/broker/shipments");
  const { rows } = (await ask(page, "/api/v1/shipments?search=Bund")) as { rows: readonly { id: string }[] };
  return rows.at(-1)?.id ?? "";
}

test("a broker records a permit, and reads in the plan what gate two repeats and why", async ({ browser }) => {
  const page = await as(browser, "broker");
  const id = await watches(page);
  await page.goto("/broker/permits");
  await page.getByRole("button", { name: "Record a permit" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Kind").click();
  await page.getByRole("option", { name: "Compulsory certificate (CCC)" }).click();
  await form.getByLabel("Number", { exact: true }).fill("CCC-2026");
  await form.getByLabel("Holder").fill("Bund Timepieces Co., Ltd.");
  await form.getByLabel("Issuer").fill("China Quality Certification Centre");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText(/has not the form/)).toBeVisible();
  await form.getByLabel("Number", { exact: true }).fill("2024010907651111");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("cell", { name: /2024010907651111/ })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await page.goto(`/broker/shipments/${id}?tab=plan`);
  const second = page.getByRole("region", { name: "Plan of both gates: Domestic distribution" });
  await expect(second.getByText(/controlled or of high value: both ends/).first()).toBeVisible();
  await expect(page.getByText("Done, in order").first()).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  for (const [path, words] of [
    [`/broker/shipments/${id}?tab=plan`, "Seal between the gates"],
    ["/broker/permits", "2024010907651111"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(words)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});

test("an officer reads the items of an inspection, their seals and who countersigned", async ({ browser }) => {
  const broker = await as(browser, "broker");
  const id = await watches(broker);
  const page = await as(browser, "officer");
  await page.goto("/compliance/inspections");
  const inspections = (await ask(page, `/api/v1/shipments/${id}/inspections`)) as readonly { caseId: string }[];
  await page.goto(`/compliance/reviews/${inspections[0]?.caseId}`);
  await expect(page.getByText(/Seal number CN0012345/)).toBeVisible();
  await expect(page.getByText(/Countersigned by/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});
