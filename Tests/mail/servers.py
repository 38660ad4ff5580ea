"""Mail servers that take letters, or make trouble."""

import asyncio
import collections
import logging
import threading
import time

from aiosmtpd.smtp import SMTP, AuthResult

logging.getLogger("mail.log").setLevel(logging.CRITICAL)


class Taking:
    """Takes everything, and remembers which Message-ID came to whom how often."""

    def __init__(self, keep=0):
        self.letters = collections.Counter()
        self.total = 0
        self.kept = []
        self.paths = []
        self.keep = keep
        self.lock = threading.Lock()

    async def handle_DATA(self, server, session, envelope):
        content = envelope.original_content or envelope.content
        start = content.index(b"Message-ID: <") + 13
        identity = content[start : content.index(b">", start)].decode()
        with self.lock:
            for recipient in envelope.rcpt_tos:
                self.letters[(recipient, identity)] += 1
                self.total += 1
            self.paths.append(envelope.mail_from)
            if len(self.kept) < self.keep:
                self.kept.append(content)
        return "250 2.0.0 taken"


class Refusing(Taking):
    """Knows no letter box whose number divides by ten."""

    async def handle_RCPT(self, server, session, envelope, address, options):
        number = int("".join(c for c in address.split("@")[0] if c.isdigit()) or 1)
        if number % 10 == 0:
            return f"550 5.1.1 {address} is unknown here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"


class Greylisting(Taking):
    """Puts each reader off once."""

    def __init__(self, keep=0):
        super().__init__(keep)
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address not in self.seen:
            self.seen.add(address)
            return f"451 4.7.1 {address} come again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"


class Busy(Taking):
    """Puts every letter off, for ever."""

    async def handle_RCPT(self, server, session, envelope, address, options):
        return "452 4.2.2 mailbox full"


class Dropping(Taking):
    """Drops the connection: before every seventh recipient, or after every eleventh letter's end without a word."""

    def __init__(self, keep=0, after_end=False):
        super().__init__(keep)
        self.after_end = after_end
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.count += 1
        if not self.after_end and self.count % 7 == 0:
            server.transport.abort()
            return "250 ok"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        answer = await super().handle_DATA(server, session, envelope)
        if self.after_end and self.total % 11 == 0:
            server.transport.abort()
        return answer


class Slow(Taking):
    """Answers each letter late."""

    def __init__(self, keep=0, seconds=0.05):
        super().__init__(keep)
        self.seconds = seconds

    async def handle_DATA(self, server, session, envelope):
        answer = await super().handle_DATA(server, session, envelope)
        await asyncio.sleep(self.seconds)
        return answer


class Server:
    """Runs a handler on a port of its own, in a thread of its own."""

    def __init__(self, handler, **options):
        self.handler = handler
        self.loop = asyncio.new_event_loop()
        ready = threading.Event()

        def run():
            asyncio.set_event_loop(self.loop)
            factory = lambda: SMTP(handler, loop=self.loop, hostname="mail.test", data_size_limit=10_000_000, **options)
            self.server = self.loop.run_until_complete(self.loop.create_server(factory, "127.0.0.1", 0))
            self.port = self.server.sockets[0].getsockname()[1]
            ready.set()
            self.loop.run_forever()

        threading.Thread(target=run, daemon=True).start()
        ready.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.server.close)
        self.loop.call_soon_threadsafe(self.loop.stop)


def authenticator(server, session, envelope, mechanism, data):
    # What is not handled the server itself refuses.
    return AuthResult(success=data.login == b"editor" and data.password == b"secret", handled=False)


def certificate(folder):
    """A certificate for localhost, signed by itself."""
    import datetime
    import ipaddress
    import ssl

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=9))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )
    chain, secret = folder / "certificate.pem", folder / "certificate.key"
    chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(chain, secret)
    return chain, context
