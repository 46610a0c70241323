import { expect, type Page } from "@playwright/test";
import { as, ask, drop } from "./steps";
import { test } from "./test";

const focused = (page: Page) => page.locator("[data-field]:has(input:focus)");
const row = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const rowOf = (page: Page, name: string) => page.locator("[data-field]").filter({ has: row(page, name) });

interface Seen {
  readonly fields: readonly { name: string; line: number | null; value: string; status: string }[];
}

async function fieldsOf(page: Page, documentId: string): Promise<Seen["fields"]> {
  return ((await ask(page, `/api/v1/documents/${documentId}`)) as Seen).fields;
}

test("the keys of the screen do what they promise, and what they did is taken back fully", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/shipments");
  // Files are caught wherever in the window they are held and let go.
  const held = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["nothing"], "note.txt", { type: "text/plain" }));
    return data;
  });
  // A browser goes on saying that files are held, so also to a page that wakes meanwhile.
  await expect(async () => {
    await page.locator("aside").first().dispatchEvent("dragover", { dataTransfer: held });
    await expect(page.getByText("Let go: these files are read")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.locator("header").first().dispatchEvent("drop", { dataTransfer: held });
  await expect(page.getByText("Let go: these files are read")).toHaveCount(0);
  await expect(page.getByText("This is no PDF, picture")).toBeVisible();
  await drop(page, ["samples/lamps/invoice.pdf", "samples/lamps/waybill.png"]);
  await expect(page.getByText(/values read/)).toHaveCount(2, { timeout: 90_000 });
  const shipment = (await page.getByRole("link", { name: "Open shipment" }).first().getAttribute("href")) ?? "";
  const view = await ask(page, `/api/v1/shipments/${shipment.split("/").at(-1)}`);
  const papers = (view as { documentList: { id: string; fileName: string }[] }).documentList;
  const idOf = (name: string) => papers.find((each) => each.fileName.includes(name))?.id ?? "";
  const [invoice, waybill] = [idOf("invoice"), idOf("waybill")];
  const statusOf = async (name: string) =>
    (await fieldsOf(page, waybill)).find((field) => field.name === name && field.line === null)?.status;

  // A firm is found by its name as it was read, although nothing is declared yet.
  await page.goto("/broker/shipments?search=xihu%20interiors");
  await expect(page.locator("[data-row-link]").first()).toHaveAttribute("href", shipment);

  // What was said not to be there is again what the machine read, at once and after a reload.
  await page.goto(`/broker/documents/${waybill}`);
  await expect(focused(page)).toHaveAttribute("data-unsure", "true");
  // An x between digits is drawn as one.
  await expect(row(page, "Packages")).toHaveCSS("font-variant-ligatures", "none");
  await row(page, "Packages").focus();
  await page.keyboard.press("Alt+x");
  await expect(rowOf(page, "Packages")).toHaveAttribute("data-standing", "rejected");
  // Only what has arrived can be seen to be taken back.
  await expect.poll(() => statusOf("packages")).toBe("rejected");
  await page.keyboard.press("Alt+z");
  await expect(rowOf(page, "Packages")).toHaveAttribute("data-standing", "sure");
  await expect.poll(() => statusOf("packages")).toBe("suggested");
  await page.reload();
  await expect(rowOf(page, "Packages")).toHaveAttribute("data-standing", "sure");
  await expect(row(page, "Packages")).toHaveValue("18");

  // What another paper denies is decided, never confirmed with the rest, and the focus is led there.
  await row(page, "Gross weight (kg)").fill("600");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "Gross weight (kg)")).toHaveAttribute("data-standing", "conflict");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("One value needs your decision.").first()).toBeVisible();
  await expect(focused(page)).toHaveAttribute("data-standing", "conflict");
  await expect.poll(() => statusOf("invoice_number")).toBe("confirmed");

  // Behind the last value that asks, Tab leaves the form; the menu there adds only what is chosen.
  const add = page.getByRole("button", { name: "Add a value that was missed" });
  for (let stop = 0; stop < 20 && !(await add.evaluate((button) => button === document.activeElement)); stop++)
    await page.keyboard.press("Tab");
  await expect(add).toBeFocused();
  const before = await page.locator("li[data-field]").count();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(add).toBeFocused();
  expect(await page.locator("li[data-field]").count()).toBe(before);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Freight" })).toBeVisible();
  // On a busy machine frames pass before the row is drawn; the focus waits for the row.
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 12 });
  await page.getByRole("menuitem", { name: "Freight" }).press("Enter");
  await expect(row(page, "Freight")).toBeFocused();
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });

  // The side that lost asks nothing.
  await row(page, "Gross weight (kg)").focus();
  await expect(page.getByTestId("loupe")).toContainText("Which is right?");
  // The sides are told apart by their files, and the loupe covers neither the bar nor the row.
  await expect(page.getByTestId("loupe")).toContainText("lamps-invoice.pdf");
  const edges = async (at: string) => (await page.locator(at).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [loupe, bar, own] = [
    await edges("[data-testid=loupe]"),
    await edges("[data-bar]"),
    await edges("li:has(input:focus)"),
  ];
  expect(loupe.y).toBeGreaterThanOrEqual(bar.y + bar.height);
  const isApart = loupe.x + loupe.width <= own.x || loupe.y + loupe.height <= own.y || loupe.y >= own.y + own.height;
  expect(isApart).toBe(true);
  const sides = await page.getByTestId("loupe").locator("figcaption").allTextContents();
  await page.keyboard.press(`Alt+${sides.findIndex((words) => words.includes("276")) + 1}`);
  await expect(rowOf(page, "Gross weight (kg)")).toHaveAttribute("data-standing", "overruled");
  await expect(page.getByTestId("to-confirm")).toContainText("nothing to confirm");

  // A column is added, filled by a paste, and all of it is taken back.
  await page.goto(`/broker/documents/${invoice}`);
  const grid = page.getByRole("grid", { name: "Goods lines" });
  await expect(grid).toBeVisible();
  const count = (await fieldsOf(page, invoice)).length;
  // Before the screen is awake there is nothing to press.
  await expect(page.getByRole("button", { name: "Add a column" })).toBeEnabled();
  await page.getByRole("button", { name: "Add a column" }).press("Enter");
  await page.getByRole("menuitem", { name: "Packages", exact: true }).press("Enter");
  await expect(grid.getByRole("textbox", { name: "1. Packages", exact: true })).toBeFocused();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "3\n4\n5");
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(grid).toHaveAttribute("aria-rowcount", "5");
  await expect.poll(async () => (await fieldsOf(page, invoice)).length).toBe(count + 3);
  await page.keyboard.press("Control+z");
  await expect(grid).toHaveAttribute("aria-rowcount", "4");
  await expect(grid.getByRole("textbox", { name: "1. Packages", exact: true })).toHaveValue("");
  await expect.poll(async () => (await fieldsOf(page, invoice)).length).toBe(count);

  // With nothing left, Ctrl Enter goes on, wherever the focus is.
  await page.goto(`/broker/documents/${waybill}`);
  await expect(page.getByTestId("to-confirm")).toContainText("nothing to confirm");
  // Before the screen is awake no key is heard.
  await expect(page.getByRole("button", { name: "Add a value that was missed" })).toBeEnabled();
  await page.locator("body").click({ position: { x: 4, y: 600 } });
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/tab=declaration/);
});
