"""10,000 readers, the sender killed at 50 random moments: each gets the letter exactly once."""

import os
import random
import signal
import time
import unittest

from desk import DAY, Desk
from servers import Server, Taking

READERS = int(os.environ.get("READERS", 10_000))
KILLS = int(os.environ.get("KILLS", 50))


class ExactlyOnce(unittest.TestCase):
    def test_killed_at_random_moments(self):
        seed = int(os.environ.get("SEED", random.randrange(10**6)))
        chance = random.Random(seed)
        handler = Taking()
        with Server(handler) as server:
            desk = Desk(server.port, readers=READERS)
            kills = 0
            while kills < KILLS:
                sender = desk.start("brief", "send", "--on", DAY)
                # So far apart that some letters are left for the last kill.
                goal = handler.total + chance.randint(1, max(2, 17 * READERS // KILLS // 10))
                while handler.total < goal and sender.poll() is None:
                    time.sleep(0.0005)
                time.sleep(chance.random() * 0.003)
                if sender.poll() is not None:
                    break
                sender.send_signal(signal.SIGKILL)
                sender.wait()
                kills += 1
            done = desk.send(check=False)
            time.sleep(0.5)
            counts = list(handler.letters.values())
            states = desk.states()
            uncertain = {row[0] for row in desk.rows("SELECT reader FROM delivery WHERE state = 'uncertain'")}
            reached = len({recipient for recipient, _ in handler.letters})
            print(
                f"\nseed {seed}: {kills} kills, {READERS} readers: {sum(counts)} letters, {reached} readers reached, "
                f"{sum(count > 1 for count in counts)} twice; {states}", flush=True)
            self.assertEqual(kills, KILLS)
            self.assertEqual(max(counts), 1, "no reader gets two")
            self.assertEqual(len(handler.letters), reached, "one Message-ID a reader")
            self.assertEqual(states["accepted"] + states.get("uncertain", 0), READERS, "no reader is left out silently")
            self.assertLessEqual(READERS - reached, len(uncertain), "who was not reached is listed")
            self.assertEqual(reached, READERS, "every reader is reached")
            self.assertEqual(done.returncode, 1 if uncertain else 0)


if __name__ == "__main__":
    unittest.main()
