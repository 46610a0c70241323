import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Actor, authorise, isAuthority } from "@/application/actor";
import type { LawView } from "@/contracts/views/simulation";
import { currentActor, lawOn, pricesOf, queries, regimesOf, today } from "@/runtime/next";
import { DeclarationPanel } from "@/ui/declaration/declaration-panel";
import { Versions } from "@/ui/declaration/versions";
import { DocumentCards } from "@/ui/document/document-cards";
import { ShipmentEvidence } from "@/ui/evidence/shipment-evidence";
import { Timeline } from "@/ui/evidence/timeline";
import { ShipmentMessages } from "@/ui/exchange/shipment-messages";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { ShipmentReturns } from "@/ui/goods-return/shipment-returns";
import { RoutingPlan } from "@/ui/inspection/routing-plan";
import { ShipmentMoney } from "@/ui/money/shipment-money";
import { OrderMatrix } from "@/ui/order/order-matrix";
import { Regimes } from "@/ui/regime/regimes";
import { Requirements } from "@/ui/requirement/requirements";
import { AnswerQuestions } from "@/ui/review/answer-questions";
import { RiskPanel } from "@/ui/risk/risk-panel";
import { DropZone } from "@/ui/shipment/drop-zone";
import { Overview } from "@/ui/shipment/overview";
import { ShipmentHeader } from "@/ui/shipment/shipment-header";
import { TABS, type Tab } from "@/ui/shipment/tabs";
import { ShipmentBook } from "@/ui/stock/shipment-book";
import { TaxPanel } from "@/ui/tax/tax-panel";
import { ShipmentTime } from "@/ui/time/shipment-time";
import { bandsOf } from "../../../lane-bands";

interface Props {
  readonly params: Promise<{ readonly shipmentId: string }>;
  readonly searchParams: Promise<Readonly<Partial<Record<"tab" | "asOf" | "against" | "line", string>>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shipment"))("title") };
}

export default async function ShipmentPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { shipmentId } = await params;
  const asked = await searchParams;
  const tab: Tab = TABS.find((each) => each === asked.tab) ?? "overview";
  const shipment = await queries().getShipment(actor, shipmentId);
  if (!shipment) notFound();
  const t = await getTranslations("shipment");
  const questions = tab === "overview" ? ((await queries().listReviewQuestions(actor, shipmentId)) ?? []) : [];
  const timeline = tab === "timeline" || tab === "overview" ? await queries().getTimeline(actor, shipmentId) : null;
  const offices = tab === "declaration" ? await queries().listOffices(actor) : [];
  const versions = tab === "declaration" ? ((await queries().listDeclarationVersions(actor, shipmentId)) ?? []) : [];
  const laws = tab === "tax" ? await lawsOn(actor, shipmentId, [asked.asOf, asked.against]) : [];
  const order = tab === "order" ? await queries().getOrderOfShipment(actor, shipmentId) : null;
  const prices = tab === "tax" ? await pricesOf(actor, shipmentId) : null;
  const money = tab === "tax" ? await queries().getMoneyOf(actor, shipmentId) : null;
  const returns = tab === "returns" ? ((await queries().listReturnsOf(actor, shipmentId)) ?? []) : [];
  const messages = tab === "messages" ? ((await queries().listMessagesOf(actor, shipmentId)) ?? []) : [];
  const plan = tab === "plan" ? await queries().getPlan(actor, shipmentId) : null;
  const book = tab === "book" ? await queries().getShipmentBook(actor, shipmentId) : null;
  const time = tab === "time" ? await queries().getShipmentTime(actor, shipmentId) : null;
  const simulated = tab === "regimes" ? await regimesOf(actor, shipmentId) : null;
  const bodies: Readonly<Record<Tab, () => ReactNode>> = {
    overview: () => <Overview shipment={shipment} timeline={timeline} />,
    documents: () => (
      <DropZone
        shipmentId={shipment.id}
        title={<h2 className="text-base font-semibold">{t("papers", { count: shipment.documentList.length })}</h2>}
      >
        <DocumentCards documents={shipment.documentList} />
      </DropZone>
    ),
    declaration: () => (
      <>
        <DeclarationPanel shipment={shipment} offices={offices} />
        <Versions versions={versions} />
      </>
    ),
    tax: () => (
      <>
        <TaxPanel
          shipment={shipment}
          laws={laws}
          line={Number(asked.line) || null}
          prices={prices?.ok ? prices.value : []}
        />
        {shipment.tax && money ? (
          <ShipmentMoney shipmentId={shipmentId} {...money} mayAct={authorise(actor, "keep_tax_bill").ok} />
        ) : null}
      </>
    ),
    regimes: () => (simulated?.ok ? <Regimes shipment={shipment} simulation={simulated.value} /> : null),
    requirements: () => <Requirements shipment={shipment} />,
    messages: () => <ShipmentMessages shipmentId={shipment.id} messages={messages} />,
    plan: () => (plan ? <RoutingPlan plan={plan} /> : null),
    returns: () => (
      <ShipmentReturns
        shipment={shipment}
        rows={returns}
        mayAct={authorise(actor, "return_goods").ok}
        today={today()}
      />
    ),
    book: () =>
      book && <ShipmentBook shipmentId={shipment.id} book={book} canBind={authorise(actor, "keep_book").ok} />,
    order: () => (order ? <OrderMatrix order={order} /> : null),
    risk: () => (
      <RiskPanel
        risks={shipment.risk}
        withdrawnVersion={shipment.declarationState === "withdrawn" ? shipment.declarationVersion : null}
        bandsOf={isAuthority(actor) ? bandsOf : noBands}
      />
    ),
    time: () => time && <ShipmentTime shipmentId={shipment.id} time={time} />,
    evidence: () => <ShipmentEvidence shipment={shipment} />,
    timeline: () =>
      timeline && (
        <Timeline shipmentId={shipment.id} timeline={timeline} documents={shipment.documentList} me={actor.id} />
      ),
  };
  return (
    <>
      <LiveRefresh path={`/shipments/${shipment.id}/events`} />
      <ShipmentHeader shipment={shipment} tab={tab} hidden={authorise(actor, "see_messages").ok ? [] : ["messages"]} />
      <AnswerQuestions
        questions={questions}
        documents={shipment.documentList}
        canAnswer={authorise(actor, "answer_question").ok}
      />
      <div className="pb-12">{bodies[tab]()}</div>
    </>
  );
}

/** Where the lanes begin is the authority's to know. */
const noBands = () => null;

/** What the goods come to under the law of each day that is one; what is no day was not asked for. */
async function lawsOn(
  actor: Actor,
  shipmentId: string,
  days: readonly (string | undefined)[],
): Promise<readonly LawView[]> {
  const answers = await Promise.all(days.flatMap((day) => (day ? [lawOn(actor, shipmentId, day)] : [])));
  return answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
}
