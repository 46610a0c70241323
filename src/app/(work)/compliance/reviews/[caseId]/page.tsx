import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise, worksOnCases } from "@/application/actor";
import { currentActor, preExaminationOf, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { InspectionSection } from "@/ui/inspection/inspection-section";
import { PlanTable } from "@/ui/inspection/routing-plan";
import { Section } from "@/ui/parts/card";
import { CaseHeader } from "@/ui/review/case-header";
import { DecisionPanel } from "@/ui/review/decision-panel";
import { Dossier } from "@/ui/review/dossier";
import { QuestionList } from "@/ui/review/question-list";
import { ReasonFeedback } from "@/ui/review/reason-feedback";
import { SideQueue } from "@/ui/review/side-queue";
import { CaseTime } from "@/ui/time/case-time";
import { bandsOf } from "../../../lane-bands";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("case") };
}

interface Props {
  readonly params: Promise<{ readonly caseId: string }>;
}

export default async function ReviewCasePage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!worksOnCases(actor)) notFound();
  const { caseId } = await params;
  const found = await queries().getReview(actor, caseId);
  if (!found) notFound();
  const { rows } = await queries().listReviews(actor, { limit: 50, state: "open" });
  const inspections = await queries().listInspectionsOf(actor, found.shipmentId);
  const time = await queries().getShipmentTime(actor, found.shipmentId);
  const plan = await queries().getPlan(actor, found.shipmentId);
  const planWords = await getTranslations("plan");
  const isOfficer = authorise(actor, "decide_review").ok;
  const examination = await preExaminationOf(actor, caseId);
  const t = await getTranslations("review");
  return (
    <div className="xl:grid xl:grid-cols-[14.5rem_minmax(0,1fr)]">
      <LiveRefresh path={`/shipments/${found.shipmentId}/events`} />
      <SideQueue rows={rows} current={caseId} />
      <div className="min-w-0 px-4 pb-12 pt-4 md:px-6">
        <CaseHeader review={found} />
        <div className="mt-5 grid grid-cols-1 gap-6 border-t pt-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-7">
            {found.questions.length > 0 ? (
              <Section title={t("question.title")}>
                <QuestionList questions={found.questions} />
              </Section>
            ) : null}
            {plan ? (
              <Section title={planWords("title")} id="plan">
                <PlanTable plan={plan} stage={found.stage} />
              </Section>
            ) : null}
            {inspections.ok ? <InspectionSection review={found} inspections={inspections.value} /> : null}
            <Dossier
              review={found}
              examination={examination}
              canAct={isOfficer && found.state === "open"}
              bandsOf={bandsOf}
            />
            {time ? (
              <Section title={t("time")} id="time">
                <CaseTime time={time} />
              </Section>
            ) : null}
            {isOfficer ? (
              <Section title={t("feedback.title")}>
                <ReasonFeedback review={found} />
              </Section>
            ) : null}
          </div>
          <DecisionPanel
            key={`${found.caseId}:${found.decisions}:${found.lane}:${found.standing}`}
            review={found}
            inspections={inspections.ok ? inspections.value : []}
            isOfficer={isOfficer}
          />
        </div>
      </div>
    </div>
  );
}
