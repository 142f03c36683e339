import { Ajv, type AnySchemaObject, type Options } from 'ajv'
import formats from 'ajv-formats'
import { describe } from 'vitest'
import type { Fetch } from '../src/transports/request.js'
import { spec } from './specs.ts'

interface Content {
  $ref?: string
  required?: boolean
  /** OpenAPI 3.0. */
  content?: Record<string, { schema?: AnySchemaObject }>
  /** Swagger 2.0. */
  schema?: AnySchemaObject
}

interface Parameter extends Content {
  name: string
  in: string
}

interface Operation {
  parameters?: Parameter[]
  requestBody?: Content
  responses: Record<string, Content>
}

/** What is read of OpenAPI 3.0 and of Swagger 2.0. */
interface ApiDocument {
  basePath?: string
  servers?: { url: string }[]
  paths: Record<string, Record<string, Operation>>
}

export interface ContractOptions {
  /** The documented reason why a request, or its answer, is outside the document: neither is then validated. */
  deviation?: ((request: Request, answer: Response) => string | undefined) | undefined
  /** The provider writes null where a member is absent, although its document does not say so. */
  nullIsAbsent?: boolean | undefined
}

export interface Contract {
  /** Passes everything on, unchanged. */
  fetch: Fetch
  /** Where a request or its answer contradicts the document. */
  problems: string[]
  /** How many requests were validated, each with its answer. */
  checked: number
  /** What was not validated, and why. */
  outside: string[]
}

/** `describe`, skipped with a notice where the official document is not there. */
export const describeWithSpec = (name: string) => (spec(name) ? describe : describe.skip)

/** Validates all that passes a fetch against the official API document of a provider. */
export function contract(name: string, fetch: Fetch, options: ContractOptions = {}): Contract {
  const document = documentOf(name)
  const routes = routesOf(document)
  const written = validator(document)
  const addressed = validator(document, { coerceTypes: 'array' })

  const report: Contract = { fetch: pass, problems: [], checked: 0, outside: [] }
  return report

  async function pass(...args: Parameters<Fetch>): Promise<Response> {
    const request = new Request(...args)
    const sent = request.clone()
    const answer = await fetch(request)
    const called = `${sent.method} ${new URL(sent.url).pathname}`
    const reason = options.deviation?.(sent, answer)
    if (reason) {
      report.outside.push(`${called}: ${reason}`)
    } else {
      report.checked += 1
      const problems = await problemsOf(sent, answer.clone())
      report.problems.push(...problems.map((problem) => `${called}: ${problem}`))
    }
    return answer
  }

  async function problemsOf(request: Request, answer: Response): Promise<string[]> {
    const { pathname, searchParams } = new URL(request.url)
    const route = routes.find(({ pattern }) => pattern.test(pathname))
    if (!route) return ['the document has no such path']
    const operation = route.methods[request.method.toLowerCase()]
    if (!operation?.responses) return ['the document has no such method here']

    const parameters = (operation.parameters ?? []).map((one) => follow(document, one))
    const query = [...searchParams.keys()].map((key) => [key, searchParams.getAll(key)])
    const inBody = parameters.find((parameter) => parameter.in === 'body')
    const known = operation.responses[answer.status] ?? operation.responses.default
    return [
      ...addressed('path', schemaOf(parameters, 'path'), route.valuesOf(pathname)),
      ...addressed('query', schemaOf(parameters, 'query'), Object.fromEntries(query)),
      ...problemsOfBody(operation.requestBody ?? inBody, request.headers, await request.text()),
      ...(known
        ? problemsOfText(`answer ${answer.status}`, known, await answer.text())
        : [`the document has no answer ${answer.status} here`]),
    ]
  }

  function problemsOfBody(known: Content | undefined, headers: Headers, text: string): string[] {
    if (!text) return known && follow(document, known).required ? ['the body is missing'] : []
    // An empty object carries nothing, so it counts as no body.
    if (!known) return text === '{}' ? [] : ['the document has no body here']
    if (!headers.get('content-type')?.includes('json')) return ['the body is not marked as JSON']
    return problemsOfText('body', known, text)
  }

  function problemsOfText(where: string, known: Content, text: string): string[] {
    const { content = {}, schema } = follow(document, known)
    const [media = schema] = Object.keys(content)
      .filter((type) => type.includes('json'))
      .map((type) => content[type]?.schema)
    if (!media) return []
    let value: unknown
    try {
      value = JSON.parse(text, (_key, member: unknown) =>
        options.nullIsAbsent && member === null ? undefined : member,
      )
    } catch {
      return [`${where} is not JSON`]
    }
    return written(where, media, value)
  }
}

/** The document, with references that hold in any part of it that is compiled by itself. */
function documentOf(name: string): ApiDocument {
  const document = spec(name)
  if (!document) throw new Error(`${name}: there is no API document. See describeWithSpec.`)
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === '$ref' ? `api${String(value)}` : value,
  ) as ApiDocument
}

function follow<Node extends Content>(document: ApiDocument, node: Node): Node {
  const [, ...keys] = node.$ref?.split('/') ?? []
  if (keys.length === 0) return node
  return keys.reduce((at: unknown, key) => (at as Record<string, unknown>)[key], document) as Node
}

/** Every path with every base. The longest literal comes first, since concrete paths win over templates. */
function routesOf({ paths, servers, basePath = '/' }: ApiDocument) {
  const bases = servers?.map(({ url }) => new URL(url.replaceAll(/[{}]/g, '')).pathname)
  return (bases ?? [basePath])
    .flatMap((base) =>
      Object.entries(paths).map(([path, methods]) => ({
        methods,
        template: base.replace(/\/$/, '') + path,
      })),
    )
    .toSorted((a, b) => literalOf(b.template).length - literalOf(a.template).length)
    .map(({ methods, template }) => {
      const pattern = new RegExp(`^${template.replaceAll(/{.+?}/g, '([^/]+)')}$`)
      const names = [...template.matchAll(/{(.+?)}/g)].map(([, name]) => name)
      const valuesOf = (pathname: string) =>
        Object.fromEntries(names.map((name, at) => [name, pattern.exec(pathname)?.[at + 1]]))
      return { methods, pattern, valuesOf }
    })
}

const literalOf = (template: string) => template.replaceAll(/{.+?}/g, '')

/** All parameters of one place as one object: required ones, unknown ones and types are then one validation. */
function schemaOf(parameters: Parameter[], place: string): AnySchemaObject {
  const here = parameters.filter((parameter) => parameter.in === place)
  return {
    type: 'object',
    // Swagger 2.0 has the type beside the name.
    properties: Object.fromEntries(
      here.map((one) => [one.name, one.schema ?? { ...one, required: undefined }]),
    ),
    required: here.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

function validator(document: ApiDocument, options: Options = {}) {
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    allErrors: true,
    logger: false,
    ...options,
  })
  formats.default(ajv)
  ajv.addSchema(document, 'api')
  return (where: string, schema: AnySchemaObject, value: unknown): string[] => {
    const validate = ajv.compile(schema)
    if (validate(value)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${where}${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }
}
