import type { Actor } from "@/application/actor";
import { askModel } from "@/application/ask-model";
import { assessClearance } from "@/application/assess-clearance";
import { deliverWebhook } from "@/application/deliver-webhook";
import { freeSecurity } from "@/application/free-security";
import { groupShipment } from "@/application/group-shipment";
import { lookAtClocks } from "@/application/look-at-clocks";
import { matchOrders } from "@/application/match-orders";
import { openContainer } from "@/application/open-container";
import { pollChannel } from "@/application/poll-channel";
import { preExamineCase } from "@/application/pre-examine-case";
import { publishStatus } from "@/application/publish-status";
import { readDocument } from "@/application/read-document";
import { reassessCredit } from "@/application/reassess-credit";
import { reconcileChannel } from "@/application/reconcile-channel";
import { releaseClearance } from "@/application/release-clearance";
import { rerouteCase } from "@/application/reroute-case";
import { sendMail } from "@/application/send-mail";
import { sendMessage } from "@/application/send-message";
import { tellNotice } from "@/application/tell-notice";
import { trainRiskModel } from "@/application/train-risk-model";
import type { JobHandlers } from "@/application/work";
import type { Services } from "@/runtime/container";
import type { WorkerServices } from "@/runtime/worker";

/** What each job does. The system acts for the organisation whose work it carries on. */
export function createHandlers(
  services: Services,
  { reader, opener, keepFile, keepImage, secondReader, trainer, mail }: WorkerServices,
): JobHandlers {
  const { inTransaction, inAuthority, memory, world, files, inspector, drawKey, exchange } = services;
  const { directory, webhooks, hasMail, passports } = services;
  const system = (organisationId: string): Actor => ({ kind: "system", id: "system", name: "system", organisationId });
  return {
    "document.read": (messageId, { organisationId, documentId }) =>
      readDocument(
        { inTransaction, world, files, reader, keepImage, isModelAsked: secondReader !== null },
        system(organisationId),
        messageId,
        documentId,
      ),
    "document.open": (messageId, { organisationId, documentId }) =>
      openContainer(
        { inTransaction, world, files, inspector, opener, keepFile },
        system(organisationId),
        messageId,
        documentId,
      ),
    "shipment.group": (messageId, { organisationId, shipmentId }) =>
      groupShipment({ inTransaction, world }, system(organisationId), messageId, shipmentId),
    "document.ask": (messageId, { organisationId, documentId }) =>
      askModel({ inTransaction, world, files, secondReader }, system(organisationId), messageId, documentId),
    "clearance.assess": (messageId, { organisationId, clearanceId }) =>
      assessClearance(
        { inTransaction, inAuthority, memory, world, drawKey },
        system(organisationId),
        messageId,
        clearanceId,
      ),
    "risk.train": (messageId, { organisationId, modelId }) =>
      trainRiskModel({ inTransaction, world, trainer }, system(organisationId), messageId, modelId),
    "credit.reassess": (messageId, { organisationId, clearanceId }) =>
      reassessCredit({ inTransaction, inAuthority, memory, world }, system(organisationId), messageId, clearanceId),
    "review.reroute": (messageId, { organisationId, caseId }) =>
      rerouteCase({ inTransaction, world }, system(organisationId), messageId, caseId),
    "case.examine": (messageId, { organisationId, caseId }) =>
      preExamineCase({ inTransaction, inAuthority, memory, world }, system(organisationId), messageId, caseId),
    "orders.match": (messageId, { organisationId, orderIds }) =>
      matchOrders({ inTransaction, world }, system(organisationId), messageId, orderIds),
    "security.free": (messageId, { organisationId, clearanceId }) =>
      freeSecurity({ inTransaction, world }, system(organisationId), messageId, clearanceId),
    "message.send": (jobId, { organisationId, messageId }) =>
      sendMessage({ inTransaction, world, ...exchange }, system(organisationId), jobId, messageId),
    "channel.poll": (jobId, { organisationId, channelId }) =>
      pollChannel({ inTransaction, world, ...exchange }, system(organisationId), jobId, channelId),
    "channel.reconcile": (jobId, { organisationId, channelId }) =>
      reconcileChannel({ inTransaction, world, ...exchange }, system(organisationId), jobId, channelId),
    "notice.tell": (jobId, { organisationId, noticeId }) =>
      tellNotice({ inTransaction, world, hasMail }, system(organisationId), jobId, noticeId),
    "notice.look": (jobId, { organisationId }) => lookAtClocks({ inTransaction, world }, system(organisationId), jobId),
    "notification.mail": (jobId, { organisationId, userId }) =>
      sendMail({ inTransaction, world, directory, ...mail }, system(organisationId), jobId, userId),
    "webhook.deliver": (jobId, of) =>
      deliverWebhook({ inTransaction, world, webhooks }, system(of.organisationId), jobId, of),
    "status.publish": (jobId, { organisationId, listId }) =>
      publishStatus({ inTransaction, world, ...passports }, system(organisationId), jobId, listId),
    "clearance.release": (messageId, { organisationId, clearanceId }) =>
      releaseClearance({ inTransaction, inAuthority, world }, system(organisationId), messageId, clearanceId),
  };
}
