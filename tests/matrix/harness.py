"""The harness in one import: the homeserver, Kyr's process, people, and what replies must look like.

synapse = await Synapse(folder).start()
kyr = await (await Kyr.create(synapse, folder)).start()
ana = await Person.create(synapse, folder, kyr.user_id)
room = await ana.room_with_kyr(direct=True)
answer = await ana.ask(room, "what is an A-number")
"""

from events import Event
from homeserver import Account, Synapse
from kyr import READY, Kyr, program
from person import SAID, Person

__all__ = ["READY", "SAID", "Account", "Event", "Kyr", "Person", "Synapse", "program"]
