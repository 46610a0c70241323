import { openChannel } from "@/application/keep-channel";
import { giveMessageFacts } from "@/application/mend-message";
import { type Message, NO_NUMBERS, type ReceiptMessage } from "@/domain/message/message";
import { codecOf } from "@/runtime/messages";
import { type House, must, work } from "./house";

/** What the forms ask of the firms that an organisation's messages name. */
export const PARTIES = {
  senderCode: "4403660XYZ",
  senderName: "示例报关（深圳）有限公司",
  channelId: "DXPENT0000099999",
  receiverCode: "CNCUSTOMS",
  agentCode: "4403660XYZ",
  agentName: "示例报关（深圳）有限公司",
  guarantorCode: "4403660XYZ",
  accountBook: "T5301B000001",
  areaCode: "4403660A01",
  areaName: "示例保税物流中心",
  platformCode: "4403660P01",
  platformName: "示例电商平台",
  merchantCode: "4403660M01",
  merchantName: "示例商户",
  carrierCode: "4403660C01",
  carrierName: "示例快递有限公司",
  transportMode: "7",
  packageKind: "2",
  consigneeCode: "91350100M000100Y43",
  departureCountry: "CN",
};

/** Terms under which the tests declare. */
export const TERMS = {
  kind: "simulator",
  address: "http://127.0.0.1:1",
  generalSyntax: "edifact",
  isBinding: false,
  windows: [],
  parties: PARTIES,
  answerWithinMinutes: 30,
  pollEverySeconds: 3_600,
  secret: "a secret of the channel",
} as const;

/** Opens a channel of the first broker. */
export async function openTestChannel(house: House, terms: Partial<typeof TERMS | { isBinding: boolean }> = {}) {
  return must(await openChannel(house, house.broker, { ...TERMS, ...terms })).id;
}

/** Gives what no document of a retail import states. */
export async function giveRetailFacts(house: House, shipmentId: string): Promise<void> {
  const facts = {
    buyerTelephone: "13900000000",
    consigneeAddress: "广东省示例市示例路1号",
    "lines/1/elements": "1|3|无线",
    "lines/1/accountItem": "1",
    "lines/1/legalQuantity": "1",
    "lines/1/legalUnit": "C62",
  };
  must(await giveMessageFacts(house.inTransaction, house.broker, shipmentId, facts));
}

/** Makes what is owed later due now, and carries it out. */
export async function workNow(house: House, name: string): Promise<void> {
  await house.sql.query(
    "update outbox_message set available_at = now() - interval '1 second' where done_at is null and name = $1",
    [name],
  );
  await work(house);
}

interface Said {
  readonly of: "inventory" | "return" | "cancellation";
  readonly guid: string;
  readonly number: string;
  readonly status: string;
  /** Minutes after an arbitrary moment that is later than every sending of a test. */
  readonly minute: number;
  readonly entryNumber?: string | null;
}

const ENTRY = "22012026I000000001";

/** The bytes of a receipt for a retail message. */
export function receiptBytes({ of, guid, number, status, minute, entryNumber = ENTRY }: Said): Uint8Array {
  const receipt: ReceiptMessage = {
    kind: "receipt",
    of,
    messageId: "5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4A5B",
    recordId: guid,
    profile: "ceb",
    numbers: {
      ...NO_NUMBERS,
      customsOffice: "2201",
      agentCode: PARTIES.agentCode,
      platformCode: PARTIES.platformCode,
      merchantCode: PARTIES.merchantCode,
      ownNumber: number,
      preEntryNumber: "B20261127000000001",
      entryNumber,
    },
    status,
    returnedAt: new Date(Date.UTC(2030, 0, 1, 0, minute)).toISOString(),
    texts: [{ code: null, text: "words", at: null }],
  };
  return bytesOf(receipt);
}

/** The bytes of a bill for a list that was entered. */
export function billBytes(taxNumber: string, vat: string, entryNumber = ENTRY): Uint8Array {
  return bytesOf({
    kind: "tax_bill",
    messageId: "5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4A5B",
    head: {
      recordId: "5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4A5B",
      returnedAt: "2026-11-27T03:00:00.000Z",
      ...{ entryNumber, taxNumber, valueAddedTax: vat },
      customsDuty: "0",
      consumptionTax: "0",
      status: "1",
      taxNoteNumber: null,
      note: null,
      guarantorCode: null,
      merchantCode: null,
      carrierCode: null,
      agentCode: null,
      customsOffice: null,
      orderNumber: null,
      waybillNumber: null,
    },
    lines: [
      {
        number: "1",
        commodityCode: "8518302000",
        taxableValue: "858",
        customsDuty: "0",
        valueAddedTax: vat,
        consumptionTax: "0",
      },
    ],
  });
}

function bytesOf(message: Message): Uint8Array {
  const rendered = codecOf("ceb", message.kind)?.render(message);
  if (!rendered?.ok) throw new Error(`No ${message.kind}: ${JSON.stringify(rendered?.error)}`);
  return rendered.value;
}
