import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { as, lodge, uploaded } from "./steps";
import { test } from "./test";

const CODE = "AEOCN8800000001";
/** Who buys the watches of the sample, which stay with officers and so have something to lose. */
const HOLDER = "Bund Timepieces Co., Ltd.";

/** The papers of the watches in bytes of their own, for other journeys give the same firm the originals. */
function copies(folder: string): string {
  mkdirSync(join(folder, "red-watches"), { recursive: true });
  for (const [name, more] of [
    ["invoice.pdf", "\n%\n"],
    ["waybill.png", "\0"],
  ] as const)
    writeFileSync(
      join(folder, "red-watches", name),
      Buffer.concat([readFileSync(join("samples", "red-watches", name)), Buffer.from(more)]),
    );
  return folder;
}

test.describe.configure({ mode: "serial" });

test("a firm fills its workbook, two admins make it a certificate, the tier counts, and its loss flags what is open", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const firm = await as(browser, "otherBroker");
  const shipment = await uploaded(firm, "red-watches", copies(test.info().outputPath("copies")));

  await firm.goto("/broker/aeo");
  await firm.getByRole("button", { name: "Open a workbook" }).click();
  await firm.getByRole("dialog").getByLabel("Name of the firm").fill(HOLDER);
  await firm.getByRole("dialog").getByRole("button", { name: "Open a workbook" }).click();
  await expect(firm.getByRole("heading", { level: 1 })).toHaveText(HOLDER);
  const criteria = firm.locator("li[id^='criterion-']");
  for (let index = 0; index < (await criteria.count()); index++) {
    const met = criteria.nth(index).getByText("Met", { exact: true });
    await met.click();
    await expect(criteria.nth(index).getByRole("radio", { name: "Met", exact: true })).toBeChecked();
  }
  const file = { name: "organisation.txt", mimeType: "text/plain", buffer: Buffer.from("who does what") };
  await firm.getByLabel("File for organisation").setInputFiles(file);
  await expect(firm.getByRole("link", { name: "organisation.txt" })).toBeVisible();
  await firm.getByRole("button", { name: "Draw a mock audit" }).click();
  await expect(firm.getByText(/seed/).first()).toBeVisible();
  await firm.getByRole("button", { name: "Hand in" }).click();
  await expect(firm.getByText(/handed in/).first()).toBeVisible();

  const first = await as(browser, "admin");
  await first.goto("/admin/aeo/applications");
  await first
    .getByRole("row", { name: new RegExp(HOLDER) })
    .getByRole("link")
    .click();
  await first.getByLabel("AEO code").fill(CODE);
  await first.getByLabel("Valid from").fill("2026-11-01");
  await first.getByRole("button", { name: "Propose the entry" }).click();
  await expect(first.getByText("waits for a second admin")).toBeVisible();
  const second = await as(browser, "secondAdmin");
  await second.goto("/admin/aeo");
  const entry = second.locator("main").getByRole("listitem").filter({ hasText: CODE });
  await entry.getByRole("button", { name: "What would it change?" }).click();
  await expect(entry.getByText(/change lane|changes lane/)).toBeVisible();
  await entry.getByRole("button", { name: "Approve" }).click();
  await expect(second.getByRole("row", { name: new RegExp(CODE) })).toContainText("active");

  await firm.reload();
  await expect(firm.getByRole("link", { name: "Certificate" })).toBeVisible();
  await lodge(firm, shipment);
  const reference = (await firm.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await first.goto("/admin/aeo/uses");
  await expect(
    first.getByRole("row", { name: new RegExp(`${reference}.*Lotus.*Looks by chance`) }).first(),
  ).toBeVisible();

  const row = second.getByRole("row", { name: new RegExp(CODE) });
  await row.getByRole("button", { name: "Suspend" }).click();
  const dialog = second.getByRole("dialog");
  await dialog.getByRole("button", { name: "What would it change?" }).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Lotus" }).getByText(reference)).toBeVisible();
  await dialog.getByLabel("Reason").fill("Investigation of 2026-11-27");
  await dialog.getByRole("button", { name: "Suspend now" }).click();
  await expect(row).toContainText("suspended");
  await expect(async () => {
    await first.reload();
    const flags = first.getByRole("region", { name: "Open shipments that lost credit" });
    await expect(flags.getByRole("row", { name: new RegExp(`${reference}.*Lotus`) })).toBeVisible({ timeout: 2_000 });
  }).toPass();
});
