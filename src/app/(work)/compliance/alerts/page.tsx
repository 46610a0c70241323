import { TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTimeZone, getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { scopeWords } from "@/ui/alert/alert-words";
import { RaiseAlert } from "@/ui/alert/raise-alert";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alert"))("title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly state?: string }>;
}

const STATES = ["active", "lifted"] as const;

export default async function AlertsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const asked = (await searchParams).state;
  const state = STATES.find((each) => each === asked) ?? "active";
  const listed = await queries().listAlerts(actor, { limit: 200, state });
  if (!listed.ok) notFound();
  const { rows } = listed.value;
  const t = await getTranslations("alert");
  // The Swedish way of writing a date is that of ISO 8601.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: await getTimeZone() }).format(new Date());
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        {authorise(actor, "decide_review").ok ? <RaiseAlert today={today} /> : null}
      </PageHeader>
      <div className="border-b">
        <TabLinks
          label={t("which")}
          tabs={STATES.map((each) => ({ href: `?state=${each}`, label: t(`state.${each}`), isHere: each === state }))}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={TriangleAlert} words={t("empty")} action={null} />
      ) : (
        <ul className="divide-y rounded-md border bg-panel text-sm">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2">
              <Link href={`/compliance/alerts/${row.id}`} className="font-medium">
                {scopeWords(row)}
              </Link>
              <span>{row.reason}</span>
              <span className="text-muted">{row.citation}</span>
              <span className="ml-auto text-xs text-muted">
                {row.raisedBy} · <Instant at={row.raisedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
