import type { Transaction, UnitOfWork, Vault, World } from "@/application/ports";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";
import type { Simplify } from "@/domain/three-documents/normalise";
import { alertRepository } from "./alert-repository";
import { bookPaperRepository } from "./book-paper-repository";
import { bookRepository } from "./book-repository";
import { clearanceRepositories } from "./clearance-repositories";
import { isCrossed, type PrismaClient, reaching } from "./client";
import { clockLooks } from "./clock-looks";
import { codeRepository } from "./code-repository";
import { creditStore } from "./credit-policy-repository";
import { creditRepositories } from "./credit-repositories";
import { destructionRepository } from "./destruction-repository";
import { containerRepositories } from "./document-parts";
import { documentRepositories } from "./document-repositories";
import { evidenceLog } from "./evidence";
import { exchangeRepository } from "./exchange-repository";
import { goodsReturnRepository } from "./goods-return-repository";
import { historyRepository } from "./history-repository";
import { insightRepository } from "./insight-repository";
import { inspectionItemRepository } from "./inspection-item-repository";
import { inspectionRepository } from "./inspection-repository";
import { lawRepositories } from "./law-repositories";
import { layoutRepository } from "./layout-repositories";
import { modelRepositories } from "./model-repository";
import { moneyRepositories } from "./money-repositories";
import { noticeRepository } from "./notice-repository";
import { orderRepository } from "./order-repository";
import { outbox } from "./outbox";
import { passportRepository } from "./passport-repository";
import { peopleOf } from "./people";
import { permitRepository } from "./permit-repository";
import { preExaminationRepository } from "./pre-examination-repository";
import { priceRepository } from "./price-repository";
import { quotaRepository } from "./quota-repository";
import { referenceData } from "./reference-data";
import { reviewRepositories } from "./review-repositories";
import { secondReviewRepository } from "./review-second-repository";
import { ruleRepositories } from "./rule-repositories";
import { sampleRepository } from "./sample-repository";
import { savedViewRepository } from "./saved-view-repository";
import { enter, type Scope } from "./scope";
import { shipmentRepositories } from "./shipment-repositories";
import { statementRepository } from "./statement-repository";
import { webhookRepository } from "./webhook-repository";
import { workbookStore } from "./workbook-repository";

/** How often a transaction is run again that PostgreSQL ended because others were in its way. */
const MOST_AGAIN = 2;
const TIMES = { maxWait: 10_000, timeout: 30_000 };

/**
 * One database transaction for one use case, under the actor's organisation. It rolls back when the work throws and
 * when it returns an error, so a use case can stop anywhere. A transaction that ended in a deadlock is run again, at most
 * twice: it was rolled back, and a use case does nothing outside it that may not be done twice (ADR 36).
 */
export function createUnitOfWork(client: PrismaClient, world: World, vault: Vault, simplify: Simplify): UnitOfWork {
  return async <T, F extends Failure>(
    actor: Parameters<UnitOfWork>[0],
    work: (tx: Transaction) => Promise<Result<T, F>>,
  ) => {
    try {
      return await again(() =>
        reaching(() =>
          client.$transaction(async (db) => {
            await enter(db, actor);
            const result = await work(
              transaction({ db, actor, organisationId: actor.organisationId, world, vault, simplify }),
            );
            if (!result.ok) throw new Refusal(result);
            return result;
          }, TIMES),
        ),
      );
    } catch (error) {
      if (error instanceof Refusal) return error.result as Result<T, F>;
      throw error;
    }
  };
}

async function again<T>(run: () => Promise<T>): Promise<T> {
  for (let left = MOST_AGAIN; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (left === 0 || !isCrossed(error)) throw error;
    }
  }
}

/** Carries an expected refusal out of the transaction, so that it is rolled back. */
class Refusal extends Error {
  constructor(readonly result: unknown) {
    super("refused");
  }
}

function transaction(scope: Scope): Transaction {
  return {
    lockShipment: async (shipmentId) => {
      await scope.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${shipmentId}, 0))`;
    },
    lockShipments: async (shipmentIds) => {
      const ids = [...new Set(shipmentIds)].sort();
      // Ordered inside, so that no plan takes them otherwise.
      await scope.db.$executeRaw`
        select pg_advisory_xact_lock(hashtextextended(id, 0))
        from (select id from unnest(${ids}::text[]) with ordinality as asked(id, place) order by place) ordered`;
    },
    people: peopleOf(scope),
    ...shipmentRepositories(scope),
    ...documentRepositories(scope),
    ...containerRepositories(scope),
    layouts: layoutRepository(scope),
    ...clearanceRepositories(scope),
    ...permitRepository(scope),
    ...passportRepository(scope),
    ...reviewRepositories(scope),
    ...statementRepository(scope),
    ...secondReviewRepository(scope),
    ...inspectionRepository(scope),
    ...inspectionItemRepository(scope),
    ...sampleRepository(scope),
    ...alertRepository(scope),
    ...creditRepositories(scope),
    credit: creditStore(scope),
    workbooks: workbookStore(scope),
    ...moneyRepositories(scope),
    ...goodsReturnRepository(scope),
    ...exchangeRepository(scope),
    ...noticeRepository(scope),
    ...clockLooks(scope),
    ...webhookRepository(scope),
    ...priceRepository(scope),
    ...codeRepository(scope),
    ...lawRepositories(scope),
    ...quotaRepository(scope),
    ...bookRepository(scope),
    ...bookPaperRepository(scope),
    ...destructionRepository(scope),
    ...orderRepository(scope),
    ...historyRepository(scope),
    ...insightRepository(scope),
    ...preExaminationRepository(scope),
    ...modelRepositories(scope),
    ...ruleRepositories(scope),
    ...savedViewRepository(scope),
    reference: referenceData(scope),
    evidence: evidenceLog(scope),
    ...outbox(scope),
  };
}
