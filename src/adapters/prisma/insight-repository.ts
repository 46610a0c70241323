import type { InsightStore } from "@/application/insight-record";
import {
  type Finding,
  groupBy,
  type InsightHit,
  type InsightLine,
  type InsightWindow,
  isStopped,
  type ReleasePassage,
} from "@/domain/insight/rows";
import type { Lane } from "@/domain/selectivity/lanes";
import type { Scope } from "./scope";

interface LineRow {
  readonly id: string;
  readonly day: string;
  readonly clearance: string;
  readonly declaration: string;
  readonly at: number;
  readonly line: number;
  readonly lane: Lane | null;
  readonly cause: string | null;
  readonly score: number | null;
  readonly probability: number | null;
  readonly is_generated: boolean;
  readonly importer: string;
  readonly age: number | null;
  readonly is_certified: boolean;
  readonly origin: string;
  readonly is_lodged: boolean;
}

interface LookRow {
  readonly entry_id: string;
  readonly is_irregular: boolean;
  readonly revenue: number;
  readonly is_by_chance: boolean;
}

interface ClearanceRow {
  readonly clearance_id: string;
}

interface PassageRow {
  readonly clearance: string;
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly cases: ReleasePassage["cases"];
  readonly questions: ReleasePassage["questions"];
  readonly paid_at: number | null;
  readonly last_paper_at: number | null;
}

/**
 * What the measures of an authority count. The history is read in few columns, without its subjects, because a year of
 * it is read whole. A broker's transaction sees nothing of it.
 */
export function insightRepository({ db, organisationId }: Scope): { readonly insight: InsightStore } {
  return {
    insight: {
      lines: async ({ from, before }) => {
        const lines = await db.$queryRaw<LineRow[]>`
          select id, day, coalesce(clearance_id, id) as clearance, coalesce(declaration_id, id) as declaration,
            floor(extract(epoch from at))::float8 as at, line, lane::text as lane, lane_cause as cause, score, probability,
            is_generated, facts ->> 'importer' as importer, (facts ->> 'importerAgeWeeks')::float8 as age,
            (facts ->> 'isCertified')::boolean as is_certified, facts ->> 'origin' as origin, clearance_id is not null as is_lodged
          from history_entry
          where organisation_id = ${organisationId}::uuid and day >= ${from} and day < ${before}
          order by day, id`;
        // Asked one by one and joined here: the planner, which sees little of what row security lets through, would take
        // a hundred times as long. What became known of a line was not known before its day.
        const looks = await db.$queryRaw<LookRow[]>`
          select entry_id, is_irregular, revenue::float8 as revenue, basis = 'random' as is_by_chance
          from history_outcome where organisation_id = ${organisationId}::uuid and known_on >= ${from}`;
        const reviewed = await db.$queryRaw<ClearanceRow[]>`
          select distinct r.clearance_id from review_case r
          join access_grant g on g.organisation_id = r.organisation_id and g.shipment_id = r.shipment_id
            and g.grantee_organisation_id = ${organisationId}::uuid`;
        const released = await db.$queryRaw<ClearanceRow[]>`
          select o.clearance_id from release_order o
          join access_grant g on g.organisation_id = o.organisation_id and g.shipment_id = o.shipment_id
            and g.grantee_organisation_id = ${organisationId}::uuid`;
        const findings = groupBy(looks, ({ entry_id }) => entry_id);
        const isReviewed = new Set(reviewed.map(({ clearance_id }) => clearance_id));
        const isReleased = new Set(released.map(({ clearance_id }) => clearance_id));
        return lines.map(({ age, is_certified, is_generated, is_lodged, ...line }): InsightLine => {
          const isOfficers = isStopped(line.lane) || isReviewed.has(line.clearance);
          const isFree = !is_lodged || isReleased.has(line.clearance);
          return {
            ...line,
            importerAgeWeeks: age,
            isCertified: is_certified,
            isGenerated: is_generated,
            course: isOfficers ? "officer" : isFree ? "alone" : "waiting",
            finding: findingOf(findings.get(line.id) ?? []),
          };
        });
      },
      hits: async ({ from, before }: InsightWindow) =>
        db.$queryRaw<InsightHit[]>`
          select r.code as rule, h.entry_id as "lineId", h.is_shadow as "isShadow"
          from rule_hit h
          join risk_rule r on r.organisation_id = h.organisation_id and r.id = h.rule_id
          join history_entry e on e.organisation_id = h.organisation_id and e.id = h.entry_id
          where h.organisation_id = ${organisationId}::uuid and e.day >= ${from} and e.day < ${before}
          order by h.id`,
      passages: async (from, before) => {
        const rows = await db.$queryRaw<PassageRow[]>`
          select o.clearance_id as clearance, k.lane::text as lane,
            floor(1000 * extract(epoch from k.assessed_at))::float8 as from, floor(1000 * extract(epoch from o.issued_at))::float8 as to,
            (select coalesce(jsonb_agg(jsonb_build_object(
                'from', floor(1000 * extract(epoch from r.opened_at)), 'to', floor(1000 * extract(epoch from r.decided_at)))), '[]')
              from review_case r
              where r.organisation_id = o.organisation_id and r.clearance_id = o.clearance_id
                and r.declaration_id = c.declaration_id) as cases,
            (select coalesce(jsonb_agg(jsonb_build_object(
                'from', floor(1000 * extract(epoch from q.asked_at)), 'to', floor(1000 * extract(epoch from q.answered_at)))), '[]')
              from review_question q
              join review_case r on r.organisation_id = q.organisation_id and r.id = q.case_id
              where r.organisation_id = o.organisation_id and r.clearance_id = o.clearance_id
                and r.declaration_id = c.declaration_id) as questions,
            (select floor(1000 * extract(epoch from max(p.created_at)))::float8 from payment p
              where p.organisation_id = o.organisation_id and p.declaration_id = c.declaration_id
                and p.kind = 'payment' and p.created_at < o.issued_at) as paid_at,
            (select floor(1000 * extract(epoch from max(v.at)))::float8 from evidence_entry v
              where v.organisation_id = o.organisation_id and v.shipment_id = o.shipment_id
                and v.kind = 'requirement_evidenced' and v.stage = o.stage and v.at < o.issued_at) as last_paper_at
          from release_order o
          join access_grant g on g.organisation_id = o.organisation_id and g.shipment_id = o.shipment_id
            and g.grantee_organisation_id = ${organisationId}::uuid
          join clearance c on c.organisation_id = o.organisation_id and c.id = o.clearance_id
          join risk_assessment k on k.organisation_id = o.organisation_id and k.clearance_id = c.id
            and k.declaration_id = c.declaration_id
          where o.issued_at >= ${from} and o.issued_at < ${before}
          order by o.id`;
        return rows.map(({ paid_at: paidAt, last_paper_at: lastPaperAt, ...row }) => ({ ...row, paidAt, lastPaperAt }));
      },
    },
  };
}

/** Looks at the same line say together that it is irregular if any found so, and of the revenue the most that one found. */
function findingOf(looks: readonly LookRow[]): Finding | null {
  if (looks.length === 0) return null;
  return {
    isIrregular: looks.some(({ is_irregular }) => is_irregular),
    revenue: Math.max(...looks.map(({ revenue }) => revenue)),
    isByChance: looks.some(({ is_by_chance }) => is_by_chance),
  };
}
