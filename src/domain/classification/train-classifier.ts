import type { Nomenclature } from "../nomenclature/nomenclature";
import type { TradeWord } from "../nomenclature/trade-words";
import { byteReader, byteWriter } from "./bytes";
import { echoesOf, halfOfContained } from "./echoes";
import { readLinear, writeLinear } from "./encode-linear";
import { type Feature, featuresOf } from "./features";
import { type GoodsDescription, type GoodsText, goodsTextOf } from "./goods-text";
import { hashOf } from "./hash";
import {
  type ExampleFeatures,
  type Knowledge,
  knowledgeOf,
  lexiconFrom,
  lexiconOf,
  type TrainedModel,
} from "./knowledge";
import { LEVELS, type LinearModel } from "./linear-model";
import { emptyRanker, likelihoods, type Ranked, type Ranker, trainRanker } from "./ranker";
import { candidatesOf, PARCEL } from "./signals";
import { type Outcome, signsOf, surenessOf } from "./sureness";
import { type Example, trainLinear } from "./train-linear";

/** A text with its codes, from a source whose licence lets a model that ships learn from it. */
export interface SourceText {
  /** Texts of parcels, search references of a tariff, or lines of a national tariff as paths with " ; " between. */
  readonly kind: "parcel" | "reference" | "tariff";
  readonly text: string;
  readonly codes: readonly string[];
}

/** Goods with their codes, by which the weights of the ranker are chosen and its sureness is found out. */
export interface TuningGoods extends GoodsDescription {
  readonly id: string;
  readonly codes: readonly string[];
}

const OPTIONS = { levels: LEVELS, epochs: 8, rate: 0.4, hidden: 0.25, leastSeen: 1, seed: 1 } as const;
const RANKER = { shared: 0.002, apart: 0.02, rounds: 200 } as const;
const FOLDS = 5;
/** How much a text of each source counts. A tariff's own lines are many, and not how goods are described. */
const WEIGHTS = { parcel: 1, reference: 0.7, tariff: 0.3, heading: 0.5, own: 1 } as const;

/**
 * Trains what ships, from the nomenclature, the project's trade words and the sources; the same input gives the same
 * model. Titles that echo goods of the tuning teach neither the linear model nor the ranker.
 */
export function trainClassifier(
  nomenclature: Nomenclature,
  tradeWords: readonly TradeWord[],
  sources: readonly SourceText[],
  tuning: readonly TuningGoods[],
): TrainedModel {
  const lexicon = lexiconOf(nomenclature, tradeWords);
  const heard = withoutEchoes(tradeWords, tuning);
  const trained = trainLinear(nomenclature.subheadings, examplesOf(nomenclature, heard, sources, lexicon), OPTIONS);
  const linear = asWritten(trained);
  const examples = examplesToKeep(nomenclature, sources, lexicon);
  const draft = {
    edition: nomenclature.edition,
    lexicon,
    linear,
    examples,
    ranker: emptyRanker(),
    sureness: surenessOf([]),
  };
  return { ...draft, ...tuned(knowledgeOf(nomenclature, wordsForTuning(tradeWords, tuning), draft), tuning) };
}

/** The trade words without the titles that echo goods of the tuning. */
function withoutEchoes(tradeWords: readonly TradeWord[], tuning: readonly TuningGoods[]): readonly TradeWord[] {
  const echoes = echoesOf(tradeWords, titlesOf(tuning));
  return tradeWords.filter((each) => !echoes.has(each));
}

/** The trade words that weights are chosen with: none of the titles and half of the phrases that goods of the tuning may have led to. */
export function wordsForTuning(tradeWords: readonly TradeWord[], tuning: readonly TuningGoods[]): readonly TradeWord[] {
  const contained = halfOfContained(tradeWords, titlesOf(tuning));
  return withoutEchoes(tradeWords, tuning).filter((each) => !contained.has(each));
}

function titlesOf(tuning: readonly TuningGoods[]): readonly string[] {
  return tuning.map((goods) => goodsTextOf(goods).title);
}

/** An outcome with the place of the right code among the candidates, from 0; -1 where it is none of them. */
export interface Placed extends Outcome {
  readonly place: number;
}

/** Weights of the ranker from all of the goods, and its sureness from goods that did not choose the weights they were ranked by. */
export function tuned(
  knowledge: Knowledge,
  tuning: readonly TuningGoods[],
): Pick<TrainedModel, "ranker" | "sureness"> & { readonly outcomes: readonly (Placed & { readonly id: string })[] } {
  const examples = tuning.map((goods) => ({ ...rankedOf(knowledge, goods), id: goods.id }));
  const outcomes = Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = ({ id }: { readonly id: string }) => hashOf(id) % FOLDS === fold;
    const ranker = trainRanker(
      examples.filter((example) => !isHeld(example)),
      RANKER,
    );
    return examples.filter(isHeld).map((example) => ({ ...outcomeOf(example, ranker), id: example.id }));
  }).flat();
  return { ranker: trainRanker(examples, RANKER), sureness: surenessOf(outcomes), outcomes };
}

/** Goods of the tuning with their candidates and their text. */
interface Tuned extends Ranked {
  readonly text: GoodsText;
}

function rankedOf(knowledge: Knowledge, goods: TuningGoods): Tuned {
  const text = goodsTextOf(goods);
  const candidates = candidatesOf(knowledge, text);
  const { codes } = knowledge.model.linear;
  const right = candidates.numbers.map((number) => goods.codes.includes(codes[number] ?? ""));
  return { text, genre: text.genre, candidates, right, weight: 1 };
}

function outcomeOf({ text, candidates, right }: Tuned, ranker: Ranker): Placed {
  const shares = likelihoods(ranker, text.genre, candidates);
  const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  const place = order.findIndex((index) => right[index] === true);
  return { signs: signsOf(candidates, shares, text), isRight: place === 0, weight: 1, place };
}

/** The model as it will be read from its file, so that what is tuned on it is tuned on what is used. */
function asWritten(model: LinearModel): LinearModel {
  const out = byteWriter();
  writeLinear(model, out);
  return readLinear(byteReader(out.bytes()));
}

function examplesOf(
  nomenclature: Nomenclature,
  tradeWords: readonly TradeWord[],
  sources: readonly SourceText[],
  lexicon: ReadonlySet<number>,
): readonly Example[] {
  const read = (text: string): readonly Feature[] => featuresOf(text, lexiconFrom(lexicon));
  const named = [...nomenclature.entries.values()].flatMap(({ code, en, zh, wordsEn, wordsZh }) =>
    [en, zh, ...wordsEn, ...wordsZh].map((text) => ({
      features: read(text),
      codes: [code],
      weight: code.length === 6 ? WEIGHTS.own : WEIGHTS.heading,
    })),
  );
  const traded = tradeWords.map(({ code, kind, text }) => {
    const isParcel = kind === "title" && goodsTextOf({ description: text }).genre === "short";
    return { features: isParcel ? [...read(text), PARCEL] : read(text), codes: [code], weight: WEIGHTS.own };
  });
  return [...named, ...traded, ...sources.flatMap((source) => sourceExamples(source, read))];
}

/** Texts of parcels and of references, by which like ones are known; a tariff's lines are too long for that. */
function examplesToKeep(
  nomenclature: Nomenclature,
  sources: readonly SourceText[],
  lexicon: ReadonlySet<number>,
): readonly ExampleFeatures[] {
  const numbers = new Map(nomenclature.subheadings.map((code, number) => [code, number]));
  return sources
    .filter(({ kind }) => kind !== "tariff")
    .flatMap(({ text, codes }) => {
      const features = featuresOf(text, lexiconFrom(lexicon));
      const keys = Uint32Array.from(features, ({ key }) => key);
      const weights = Float32Array.from(features, ({ weight }) => weight);
      return codes.flatMap((code) => {
        const owner = numbers.get(code);
        return owner === undefined ? [] : [{ owner, keys, weights }];
      });
    });
}

function sourceExamples(
  { kind, text, codes }: SourceText,
  read: (text: string) => readonly Feature[],
): readonly Example[] {
  const weight = WEIGHTS[kind];
  if (kind === "parcel") return [{ features: [...read(text), PARCEL], codes, weight }];
  if (kind === "reference") return [{ features: read(text), codes, weight }];
  // A line of a tariff says most in its last steps, which must be known without those before.
  const steps = text.split(" ; ").filter((step) => !/^other:?$/i.test(step));
  return [text, steps.slice(-2).join(" ; ")].map((each) => ({ features: read(each), codes, weight }));
}
