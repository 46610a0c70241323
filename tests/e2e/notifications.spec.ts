import { type Browser, expect, type Page } from "@playwright/test";
import { copyCases } from "../support/cases";
import { connectToProduct } from "./database";
import { stateOf } from "./people";
import { as, ask } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

/** Posts as the person of the page does, from one of the product's own pages. */
const post = (page: Page, path: string, json: unknown): Promise<number> =>
  page.evaluate(
    async ([to, body]) =>
      (
        await fetch(`/api/v1${to}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: body ?? "{}",
        })
      ).status,
    [path, JSON.stringify(json)] as const,
  );

test("an officer's question rings the broker's bell, and reading it clears it", async ({ browser }) => {
  test.setTimeout(180_000);
  const broker = await as(browser, "broker");
  await broker.goto("/notifications");
  await expect(broker.getByRole("heading", { name: "Notifications", level: 1 })).toBeVisible();
  const own = ((await ask(broker, "/api/v1/shipments?limit=200")) as { rows: { id: string }[] }).rows.map(
    ({ id }) => id,
  );
  const readAll = broker.getByRole("button", { name: "Mark all as read" });
  if (await readAll.isVisible()) await readAll.click();
  await expect(broker.getByText("You have read everything.")).toBeVisible();
  await expect(broker.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();

  const officer = await as(browser, "officer");
  await officer.goto("/compliance/reviews");
  const reviews = async (query: string) =>
    (
      (await ask(officer, `/api/v1/reviews?${query}`)) as {
        rows: { caseId: string; shipmentId: string; reference: string }[];
      }
    ).rows;
  // A case of its own: the one that is there is what others work on.
  const model = (await reviews("view=yellow")).find(({ shipmentId }) => own.includes(shipmentId));
  const sql = await connectToProduct();
  const [caseId] = await copyCases(sql, model?.shipmentId ?? "", 1);
  await sql.end();
  const asked = (await reviews("limit=200")).find((row) => row.caseId === caseId);
  await post(officer, `/reviews/${caseId}/claim`, {});
  const ruling = { outcome: "request_documents", reasons: ["contract_wanted"], note: "Page 2 of the contract" };
  expect(await post(officer, `/reviews/${caseId}/decisions`, ruling)).toBe(200);
  expect(asked).toBeDefined();

  // Nothing was loaded anew: the bell rings by itself, and the list fills.
  await expect(broker.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
  const told = broker.getByRole("link", { name: `An officer asks about ${asked?.reference}` });
  await expect(told).toBeVisible();
  await told.click();
  await expect(broker).toHaveURL(/\/broker\/shipments\//);
  await expect(broker.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await broker.goto("/notifications?list=all");
  await expect(broker.getByText(`An officer asks about ${asked?.reference}`)).toBeVisible();
});

test("a person chooses what they are told, and it is kept", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.goto("/account#notifications");
  const box = page.getByRole("checkbox", { name: "Guarantee will not reach: By e-mail" });
  await expect(box).not.toBeChecked();
  // A page that has not woken takes nothing.
  await expect(async () => {
    await box.click();
    await expect(box).toBeChecked({ timeout: 2_000 });
  }).toPass();
  await page.getByRole("switch", { name: "Quiet hours" }).click();
  await page.getByLabel("Until").fill("06:30");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your rules are saved.")).toBeVisible();
  await page.reload();
  await expect(box).toBeChecked();
  await expect(page.getByLabel("Until")).toHaveValue("06:30");
});

test("an admin adds a webhook, sees its secret once, and a private address is refused with the reason", async ({
  browser,
}) => {
  const page = await as(browser, "broker");
  await page.goto("/admin/webhooks");
  await expect(async () => {
    await page.getByRole("button", { name: "Add a webhook" }).click();
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("https://169.254.169.254/latest/meta-data");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText("The host is on a private network or on this machine.")).toBeVisible();
  const literal = "https://93.184.215.14/twogate";
  await dialog.getByLabel("Address").fill(literal);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText(/^whsec_/)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  const card = page.getByRole("region", { name: literal });
  await expect(card).toBeVisible();
  await expect(page.getByText(/whsec_/)).toHaveCount(0);
  // Nothing is sent there by this test.
  await card.getByRole("switch", { name: "On" }).click();
  await expect(page.getByText("The webhook is off.")).toBeVisible();
  await card.getByRole("link", { name: "Deliveries" }).click();
  await expect(page.getByText("Nothing has gone to this address yet.")).toBeVisible();
});

const SCREENS = ["/notifications?list=all", "/account", "/admin/webhooks"];

for (const path of SCREENS)
  test(`${path} has no violation and no overflow, in either language and theme`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    await look(browser, baseURL ?? "", path);
  });

async function look(browser: Browser, url: string, path: string): Promise<void> {
  for (const [language, colorScheme, width] of [
    ["en", "light", 1440],
    ["zh", "dark", 1440],
    ["en", "dark", 390],
    ["zh", "light", 390],
  ] as const) {
    const context = await browser.newContext({
      ...{ colorScheme, reducedMotion: "reduce", storageState: stateOf("broker") },
      viewport: { width, height: 900 },
    });
    await context.addCookies([{ name: "locale", value: language, url }]);
    const page = await context.newPage();
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violationsOf(page), `${language} ${colorScheme} ${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
    if (process.env.LOOK)
      await page.screenshot({
        path: `${process.env.LOOK}/${path.replace(/\W/g, "_")}-${language}-${colorScheme}-${width}.png`,
        fullPage: true,
      });
    await context.close();
  }
}
