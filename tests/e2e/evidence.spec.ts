import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page } from "@playwright/test";
import { as, ask } from "./steps";
import { test } from "./test";

/** A shipment of the broker that is released at both gates. */
async function releasedShipment(page: Page): Promise<string> {
  const { rows } = (await ask(page, "/api/v1/shipments?view=released&limit=10")) as { rows: { id: string }[] };
  const [first] = rows;
  if (!first) throw new Error("the demonstration has no released shipment");
  return first.id;
}

test("a broker verifies a release in the browser, leaves fields out, and who gets the file verifies it without a network", async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const page = await as(browser, "broker");
  await page.goto("/broker/shipments");
  const shipmentId = await releasedShipment(page);
  await page.goto(`/broker/shipments/${shipmentId}?tab=evidence`);
  const proof = page
    .getByRole("region")
    .filter({ has: page.getByRole("button", { name: "Verify in this browser" }) })
    .first();
  // A release of a moment ago is published within seconds.
  await expect(async () => {
    await proof.getByRole("button", { name: "Verify in this browser" }).click();
    await expect(proof.getByText(/^True release\. It stood as of/)).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(proof.getByText(/Seen by .*quarantine.*tax/)).toBeVisible();

  await proof.getByRole("button", { name: "Choose what to show" }).click();
  await proof.getByRole("checkbox", { name: /^Line 1, amount/ }).click();
  const [bundleFile] = await Promise.all([
    page.waitForEvent("download"),
    proof.getByRole("link", { name: "Download, 1 field left out" }).click(),
  ]);
  const [verifierFile] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Page that verifies without a network" }).click(),
  ]);
  const bundle = info.outputPath("proof.json");
  const verifier = info.outputPath("verify.html");
  await bundleFile.saveAs(bundle);
  await verifierFile.saveAs(verifier);
  expect(readFileSync(bundle, "utf8")).not.toContain('"name":"line.1.amount"');

  const away = await browser.newContext({ offline: true });
  const stranger = await away.newPage();
  await stranger.goto(pathToFileURL(verifier).href);
  const file = stranger.locator('input[type="file"]').first();
  await file.setInputFiles(bundle);
  await expect(stranger.getByText(/^True release\./).first()).toBeVisible();
  const text = readFileSync(bundle, "utf8");
  const doctored = join(info.outputDir, "doctored.json");
  writeFileSync(
    doctored,
    text.replace(
      /("name":"tax\.total"[^}]*"value":")(\d)/,
      (_, before, digit) => `${before}${(Number(digit) + 1) % 10}`,
    ),
  );
  expect(readFileSync(doctored, "utf8")).not.toBe(text);
  await file.setInputFiles(doctored);
  await expect(
    stranger.getByText(/Doctored: the field “Tax, total \(tax\.total\)” is not the one that was stated/).first(),
  ).toBeVisible();
  await away.close();
});
