import type { Actor } from "@/application/actor";
import { openChannel } from "@/application/keep-channel";
import { services } from "@/runtime/container";
import { env } from "@/runtime/env";
import { simulatorKeys } from "@/runtime/simulator-keys";

/** What the forms ask of the firms that the messages of the second broker name; all of them are invented. */
const PARTIES = {
  senderCode: "3122980LTS",
  senderName: "莲花报关（上海）有限公司",
  channelId: "DXPENT0000031229",
  receiverCode: "CNCUSTOMS",
  agentCode: "3122980LTS",
  agentName: "莲花报关（上海）有限公司",
  guarantorCode: "3122980LTS",
  accountBook: "T2201W000001",
  areaCode: "2201",
  areaName: "示例综合保税区",
  platformCode: "3122980P01",
  platformName: "示例电商平台",
  merchantCode: "3122980M01",
  merchantName: "示例商户",
  carrierCode: "3122980C01",
  carrierName: "示例快递有限公司",
  consigneeCode: "91310000M000100Y43",
  transportMode: "7",
  packageKind: "2",
};

/**
 * Opens the second broker's channel to the simulated authority, where there is one. Its word does not bind: what is
 * lodged goes there, and nothing waits for what it says.
 */
export async function openExchange(broker: Actor): Promise<void> {
  const { TWOGATE_SIMULATOR_URL: address, TWOGATE_SECRET } = env();
  if (!address) return;
  const { inTransaction, world, exchange } = services();
  const opened = await openChannel({ inTransaction, world, ...exchange }, broker, {
    kind: "simulator",
    address,
    generalSyntax: "edifact",
    isBinding: false,
    windows: [],
    parties: PARTIES,
    answerWithinMinutes: 30,
    pollEverySeconds: 60,
    secret: simulatorKeys(TWOGATE_SECRET).channelSecret,
  });
  if (!opened.ok) throw new Error(`The demonstration was refused: ${JSON.stringify(opened.error)}`);
}
