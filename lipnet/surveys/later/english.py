"""Words for a phrase in English: a list of our own, which nobody has reviewed yet.

512 plain words, no two with the same first four letters. Before it is marked as reviewed
(phrases.LISTS) a speaker reads it for words that hurt, puzzle, or sound like another.
"""

ENGLISH = """
able acorn actor after again agree ahead album alike alone amber ankle apple apron arch area
arrow aspen atlas attic aunt awake award baby badge bagel baker bank bath beach bean bear beech
begin bell bench berry bird blue board boat book boot bowl brave bread brick brown brush build
bulb buzz cabin cable cake calm camel canal canoe card cave cedar cello chair chalk chess child
chin choir city clap clay clean climb clock cloud coast coat coin color comet cook coral corn
couch cover craft crane cream cube curve cycle daisy dance dawn deer delta desk dial dish door
dove dream dress drum duck dune dust eagle early earth east easy echo edge eight elbow email
enjoy entry equal even every extra face fair farm fast fence fern ferry field finch first fish
five flag flat flute foam focus fold fork forty four frame fresh frog front fruit full funny
game gate giant gift give glad glass globe glove goal goat gold good goose grain grape grass
green group grow guest guide habit half hall hand happy harp hazel heart heavy hedge hello help
herb heron high hill hint hobby hold home honey hood hope horse hotel hour house huge human idea
inch ivory jazz jeans jelly jewel join joke juice july jump june kayak keep kind kite kiwi knee
knit knock koala label lace lake lamp lane large laugh lawn leaf learn left lemon level light
lily linen lion list live lobby local logic long lotus loud lucky lunch magic mail make mango
maple march math medal menu metal meter mild milk mill model month moon moss motor mouse move
mural music name near neck nest never nice night nine noble noise north nose note nurse nylon
oasis ocean offer often olive onion open orbit otter oval oven page paint palm panda panel paper
park party pasta path peach pear pedal phone photo piano piece pilot pine pink pizza place plate
play plum poem point polar pond pony porch price print prize proud pump quick quiet quilt quiz
radio rain ranch raven read reed relax rest rhyme rice right ring ripe river road robin roll
roof room root rope rose round route ruby ruler safe sail salad salt sand sauce scale scarf
score seed seven shade shape share shell shine shirt shoe shop short sing size skill sleep slice
slow small smile snail snow soap sock sofa soft solar solid song soon sort sound soup south
space spice spoon sport stage stamp star stem step stone store straw sugar suit swan swim swing
syrup table tail tall tango tape task taxi team tent thick thing third thumb tide tiger tile
time tiny title toast today tone tooth topic total touch towel town trade train tree trip trunk
tulip tuna twig twin type uncle until upper usual vase vest view visit voice vowel wagon waist
wait walk wall warm wash watch water wave week west whale wheat wheel white whole wide width
wind wire wise wood wool word work world wrist write yard year yogurt young zebra zero zigzag
zone
"""
