/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything; building must not wait for tests and tools.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pg', '@node-rs/argon2', 'pino'],
  // A form may carry files: the attachments of an item are the largest, 20 MB (lib/domain/attachments/attachment); a little more gets
  // through, to be refused in words.
  experimental: { serverActions: { bodySizeLimit: '26mb' } },
}
