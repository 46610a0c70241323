import { expect, type Page } from "@playwright/test";
import { authorityAddress, openAuthority, responseTo } from "./authority";
import { as, ask, lodge, uploaded } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

/** What no document of general trade states, by its name on the screen. */
const FACTS = {
  "Sender code": "3122660XYZ",
  "Receiver code": "CNCUSTOMS",
  "Consignee code": "91350100M000100Y43",
  "Declarant code": "3122660XYZ",
  "Declarant name": "Lotus Clearance",
  "Mode of transport (code)": "5",
  "Country of departure (two letters)": "DE",
} as const;

async function openChannel(page: Page): Promise<void> {
  await page.goto("/broker/messages");
  await page.getByRole("link", { name: "Open a channel" }).click();
  await expect(page.getByText("No channel is open")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Open a channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(authorityAddress());
  await dialog.getByLabel("Shared secret").fill("too short");
  await dialog.getByRole("button", { name: "Open it" }).click();
  await expect(dialog.getByText("Use 16 to 200 characters.")).toBeVisible();
  await dialog.getByLabel("Shared secret").fill("a secret that both sides know");
  await dialog.getByLabel("Look for answers every (seconds)").fill("1");
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("heading", { name: authorityAddress() })).toBeVisible();
  expect(await page.content()).not.toContain("a secret that both sides know");
  await page.getByRole("button", { name: "State the parties" }).click();
  await dialog.getByLabel("Platform name").fill("示例电商平台");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("示例电商平台")).toBeVisible();
}

async function rowOf(page: Page): Promise<{ readonly id: string; readonly number: string }> {
  const { rows } = (await ask(page, "/api/v1/messages?limit=1")) as { rows: { id: string; number: string }[] };
  const [row] = rows;
  if (!row) throw new Error("There is no message");
  return row;
}

test("a message names what it lacks, goes out when that is given, and what is answered is read and ruled", async ({
  browser,
}) => {
  const authority = await openAuthority();
  const page = await as(browser, "otherBroker");
  await openChannel(page);
  const shipment = await uploaded(page, "green-keyboards");
  await lodge(page, shipment);

  await page.goto(`${shipment}?tab=messages`);
  await expect(page.getByText("missing facts.")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.goto("/broker/messages?state=failed");
  // The list listens before it is drawn; the key moves into its first row.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-row-link]").first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await page.waitForURL(/messages\/[0-9a-f-]{36}$/);
  for (const [name, value] of Object.entries(FACTS)) await page.getByLabel(name, { exact: true }).fill(value);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Give and send" }).click();
  await expect(page.getByText("Sent, no answer yet")).toBeVisible();

  const { id, number } = await rowOf(page);
  const [guid = ""] = authority.guids;
  authority.answer(responseTo(guid, number, "4"));
  authority.answer(responseTo(guid, number, "3"));
  authority.answer(responseTo(guid, "TG-OF-NOBODY", "1"));
  authority.answer(new TextEncoder().encode("<neither one nor the other"));
  await expect(page.getByText("Receipt: released")).toBeVisible();
  await expect(page.getByRole("heading", { name: "These answers contradict each other" })).toBeVisible();
  await page.getByRole("radio", { name: /^released/ }).check();
  await page.getByRole("button", { name: "Rule", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("The office said so on the telephone.");
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Rule", exact: true }).click();
  await expect(page.getByText("does not count, by a ruling")).toBeVisible();
  await expect(page.getByTestId("next-step")).toHaveText("Nothing is to be done here.");
  await page.getByRole("button", { name: "Show the bytes" }).click();
  const bytes = page.getByRole("region", { name: "The message as it is" });
  await expect(bytes).toContainText(/UNB\+.*'\nUNH\+/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).last().click();
  expect((await download).suggestedFilename()).toBe(`${number}-1.edi`);
  expect(await violationsOf(page)).toEqual([]);

  await page.goto("/broker/messages/quarantine");
  const waiting = page.getByRole("list", { name: "Quarantine" }).getByRole("listitem");
  await expect(waiting).toHaveCount(2);
  expect(await violationsOf(page)).toEqual([]);
  await waiting.filter({ hasText: "TG-OF-NOBODY" }).getByRole("button", { name: "Attach to a message" }).click();
  await dialog.getByLabel(/^Number of the message/).fill(number);
  await dialog.getByRole("button", { name: "Find" }).click();
  await expect(dialog.getByRole("radio")).toBeChecked();
  await dialog.getByLabel("Reason").fill("The office named the list on the telephone.");
  await dialog.getByRole("button", { name: "Attach to a message" }).click();
  await expect(waiting).toHaveCount(1);
  await waiting.getByRole("button", { name: "Dismiss" }).click();
  await dialog.getByLabel("Reason").fill("A probe of theirs.");
  await dialog.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText("No answer waits for a person.")).toBeVisible();

  await expectInChinese(page, ["/broker/messages", `/broker/messages/${id}`, "/admin/channels"]);
  await page.getByRole("button", { name: "立即对账" }).click();
  await expect(page.getByText("最近对账")).toBeVisible();
  await page.getByRole("button", { name: "停用" }).click();
  await expect(page.getByRole("button", { name: "启用" })).toBeVisible();
  await authority.close();
});

/** The pages on a phone, in the dark and in Chinese; it stays at the last one. */
async function expectInChinese(page: Page, paths: readonly string[]): Promise<void> {
  await page.context().addCookies([{ name: "locale", value: "zh", url: new URL("/", page.url()).href }]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await violationsOf(page)).toEqual([]);
  }
}
