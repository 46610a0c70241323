import { Landmark } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Actor, authorise } from "@/application/actor";
import { BILL_STATES } from "@/contracts/views/money";
import { currentActor, queries } from "@/runtime/next";
import { BillCard } from "@/ui/money/bill-card";
import { GuaranteeCard } from "@/ui/money/guarantee-card";
import { GuaranteeLedger } from "@/ui/money/guarantee-ledger";
import { RefundTable } from "@/ui/money/refund-table";
import { Section } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("money"))("title") };
}

const VIEWS = ["guarantee", "bills", "refunds"] as const;
const ROWS = 50;

interface Asked {
  readonly view?: string;
  readonly state?: string;
  readonly cursor?: string;
}

interface Props {
  readonly searchParams: Promise<Asked>;
}

/** Guarantee, tax bills and refunds of a broker. */
export default async function MoneyPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!authorise(actor, "see_money").ok) notFound();
  const asked = await searchParams;
  const view = VIEWS.find((each) => each === asked.view) ?? "guarantee";
  const t = await getTranslations("money");
  const draw = { guarantee: Guarantee, bills: Bills, refunds: Refunds }[view];
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="border-b">
        <TabLinks
          label={t("which")}
          tabs={VIEWS.map((each) => ({ href: `?view=${each}`, label: t(each), isHere: each === view }))}
        />
      </div>
      {await draw(actor, asked)}
    </div>
  );
}

async function Guarantee(actor: Actor, { cursor }: Asked): Promise<ReactNode> {
  const t = await getTranslations("money");
  const [guarantee, entries] = await Promise.all([
    queries().getGuarantee(actor),
    queries().listGuaranteeEntries(actor, { limit: ROWS, ...(cursor ? { cursor } : {}) }),
  ]);
  if (!guarantee.ok || !entries.ok) notFound();
  if (!guarantee.value) return <EmptyState icon={Landmark} words={t("noGuarantee")} action={null} />;
  return (
    <>
      <GuaranteeCard guarantee={guarantee.value} mayChange={authorise(actor, "keep_guarantee").ok} />
      <Section title={t("ledger")}>
        <GuaranteeLedger rows={entries.value.rows} />
        <Next view="guarantee" cursor={entries.value.nextCursor} words={t("older")} />
      </Section>
    </>
  );
}

async function Bills(actor: Actor, { state: askedState, cursor }: Asked): Promise<ReactNode> {
  const t = await getTranslations("money");
  const state = BILL_STATES.find((each) => each === askedState);
  const bills = await queries().listTaxBills(actor, {
    limit: ROWS,
    ...(state ? { state } : {}),
    ...(cursor ? { cursor } : {}),
  });
  if (!bills.ok) notFound();
  const mayAct = authorise(actor, "keep_tax_bill").ok;
  return (
    <>
      <TabLinks
        label={t("billsOfState")}
        tabs={[
          { href: "?view=bills", label: t("allBills"), isHere: state === undefined },
          ...BILL_STATES.map((each) => ({
            href: `?view=bills&state=${each}`,
            label: t(`billState.${each}`),
            isHere: each === state,
          })),
        ]}
      />
      {bills.value.rows.length === 0 ? <EmptyState icon={Landmark} words={t("noBills")} action={null} /> : null}
      <div className="flex flex-col gap-3">
        {bills.value.rows.map((bill) => (
          <BillCard key={bill.id} bill={bill} mayAct={mayAct} isLinked />
        ))}
      </div>
      <Next view={`bills${state ? `&state=${state}` : ""}`} cursor={bills.value.nextCursor} words={t("older")} />
    </>
  );
}

async function Refunds(actor: Actor, { cursor }: Asked): Promise<ReactNode> {
  const t = await getTranslations("money");
  const refunds = await queries().listTaxRefunds(actor, { limit: ROWS, ...(cursor ? { cursor } : {}) });
  if (!refunds.ok) notFound();
  const { rows, nextCursor } = refunds.value;
  return rows.length === 0 ? (
    <EmptyState icon={Landmark} words={t("noRefunds")} action={null} />
  ) : (
    <>
      <RefundTable rows={rows} mayAct={authorise(actor, "keep_tax_bill").ok} />
      <Next view="refunds" cursor={nextCursor} words={t("older")} />
    </>
  );
}

function Next({
  view,
  cursor,
  words,
}: {
  readonly view: string;
  readonly cursor: string | null;
  readonly words: string;
}) {
  return cursor ? (
    <Link href={`?view=${view}&cursor=${cursor}`} className="mt-3 inline-block text-sm">
      {words}
    </Link>
  ) : null;
}
